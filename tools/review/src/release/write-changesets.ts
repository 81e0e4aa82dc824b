import { isJsonObject, type JsonObject } from "@specmill/spec";
import type { Review } from "../review.ts";
import { type Changeset, changesetPath, writeChangeset } from "./write-changeset.ts";

/** What becomes of the changeset of one package. */
type ChangesetEdit =
  | { readonly kind: "write"; readonly changeset: Changeset }
  /** Nothing is to be released: what an earlier run wrote is out of date. */
  | { readonly kind: "remove"; readonly path: string };

/**
 * The changesets that release the packages of a review.
 *
 * @param readText - reads a file of the house by its path in it; undefined where there is none
 */
export async function writeChangesets(
  { apis }: Review,
  readText: (path: string) => Promise<string | undefined>,
): Promise<readonly ChangesetEdit[]> {
  const edits = apis.map(async ({ api, kind, bump, findings, formerName }): Promise<ChangesetEdit[]> => {
    // What cannot be read says nothing of a release.
    if (kind === "unreadable") return [];
    const manifest = readManifest(await readText(`packages/${api}/package.json`));
    const { name = `@specmill/${api}`, version = "0.1.0" } = manifest;
    const packageName = String(name);
    // What is gone is not released again.
    if (kind === "removed") return [{ kind: "remove", path: changesetPath(packageName) }];
    const changeset = writeChangeset({
      packageName,
      packageVersion: String(version),
      bump,
      findings,
      ...(formerName === undefined ? {} : { rename: { from: `@specmill/${formerName}` } }),
    });
    if (changeset === undefined) return [{ kind: "remove", path: changesetPath(packageName) }];
    return [{ kind: "write", changeset }];
  });
  return (await Promise.all(edits)).flat();
}

/** What a manifest says, or would, were it one. */
function readManifest(text = "{}"): JsonObject {
  try {
    const manifest: unknown = JSON.parse(text);
    return isJsonObject(manifest) ? manifest : {};
  } catch {
    return {};
  }
}
