import { basename, join } from "node:path";
import { createConfig, getLineColLocation, lint } from "@redocly/openapi-core";
import { createOfflineResolver } from "../../src/offline-resolver.ts";
import createPlugin from "../../src/redocly-plugin.ts";
import { writeFiles } from "./write-files.ts";

/**
 * Runs one rule of the house, and no other, on a document.
 *
 * @param given - the document, or the files of one whose root is `openapi.yaml`
 * @returns a line `line:column message` for each finding; another file than the root is named before it
 */
export async function runRule(
  id: string,
  given: string | Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const folder = await writeFiles(typeof given === "string" ? { "openapi.yaml": given } : given);
  const config = await createConfig({ plugins: [createPlugin()], rules: { [`specmill/${id}`]: "error" } });
  const problems = await lint({
    ref: join(folder, "openapi.yaml"),
    config,
    externalRefResolver: createOfflineResolver(),
  });
  return problems.flatMap(({ message, location: [place] }) => {
    if (place === undefined) return [message];
    const { source, start } = getLineColLocation(place);
    const file = basename(source.absoluteRef);
    return [`${file === "openapi.yaml" ? "" : `${file}:`}${start.line}:${start.col} ${message}`];
  });
}
