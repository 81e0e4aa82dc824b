import { join } from "node:path";
import type { SubjectPlace } from "@specmill/contract";
import { selectApis } from "../find-house.ts";
import { selectSources } from "../select-sources.ts";

/** Where everything about the APIs is found that a command was asked for. */
export async function selectPlaces(
  names: readonly string[],
  spec: string | undefined,
  recorded: string | undefined,
): Promise<readonly SubjectPlace[]> {
  const more = recorded === undefined ? {} : { recorded };
  if (spec !== undefined) {
    const sources = await selectSources(names, spec);
    return sources.map(({ name, file }) => ({ api: name, file, ...more }));
  }
  const { root, apis } = await selectApis(names);
  return apis.map(({ name, file }) => ({ api: name, file, package: join(root, "packages", name), ...more }));
}
