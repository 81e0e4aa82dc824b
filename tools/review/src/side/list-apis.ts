import { join } from "node:path";
import { type ApiSource, documentNames } from "@specmill/spec";
import type { FileTree } from "./file-tree.ts";

/**
 * Lists the APIs of one side by name, as `findApis` does of the disk. A submodule counts as one whose document cannot
 * be read, since it might be.
 */
export async function listApis({ specs, readFolder }: FileTree): Promise<readonly ApiSource[]> {
  const entries = await readFolder(specs);
  const found = entries.map(async ({ name, kind }) => {
    if (kind === "file") return [];
    const names = kind === "submodule" ? documentNames : await listNames(join(specs, name));
    const document = documentNames.find((one) => names.includes(one));
    return document === undefined ? [] : [{ name, file: join(specs, name, document) }];
  });
  return (await Promise.all(found)).flat().sort((a, b) => (a.name < b.name ? -1 : 1));

  async function listNames(folder: string): Promise<readonly string[]> {
    return (await readFolder(folder)).filter(({ kind }) => kind === "file").map(({ name }) => name);
  }
}
