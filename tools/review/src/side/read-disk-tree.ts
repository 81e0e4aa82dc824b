import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readFromDisk } from "@specmill/spec";
import type { FileTree } from "./file-tree.ts";

/**
 * The files below a folder as they are now. Each is read once, so that all that is said of it is said of one text.
 *
 * @param root - absolute path
 * @param specs - absolute path of the folder with the documents
 */
export function readDiskTree(root: string, specs: string = join(root, "specs")): FileTree {
  const texts = new Map<string, Promise<string>>();
  return {
    root,
    specs,
    readText: (file) => {
      const text = texts.get(file) ?? readFromDisk(file);
      texts.set(file, text);
      return text;
    },
    readFolder: async (folder) => {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      return entries
        .map((entry) => ({
          name: entry.name,
          kind: entry.isDirectory() ? ("folder" as const) : ("file" as const),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
