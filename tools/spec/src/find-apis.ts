import { access, readdir } from "node:fs/promises";
import { join } from "node:path";

/** A document that lives in the house: `specs/<name>/openapi.yaml`. */
export interface ApiSource {
  /** The folder's name, which names the package, the mock's path and every report. */
  readonly name: string;
  /** Absolute path of the root document. */
  readonly file: string;
}

/** What a document in its folder may be called; the first that is there counts. */
export const documentNames: readonly string[] = ["openapi.yaml", "openapi.yml", "openapi.json"];

/**
 * Lists the APIs of a house by name.
 *
 * @param root - absolute path of the folder that holds `specs/`
 * @returns one entry for each folder of `specs/` that holds an OpenAPI document; none where there is no `specs/`
 */
export async function findApis(root: string): Promise<readonly ApiSource[]> {
  const specs = join(root, "specs");
  const entries = await readdir(specs, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const found = await Promise.all(
    folders.sort().map(async (name) => {
      const file = await firstReadable(documentNames.map((document) => join(specs, name, document)));
      return file === undefined ? [] : [{ name, file }];
    }),
  );
  return found.flat();
}

async function firstReadable(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    const readable = await access(file).then(
      () => true,
      () => false,
    );
    if (readable) return file;
  }
  return undefined;
}
