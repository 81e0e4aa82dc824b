import type { ReadText } from "@specmill/spec";

/** The files of a house as they are on one side: on disk, or at a commit. */
export interface FileTree {
  /** Absolute path of the folder that holds what `root` of a house does. Of a commit, where it would be on disk. */
  readonly root: string;
  /** Absolute path of the folder that holds `<api>/openapi.yaml`. */
  readonly specs: string;
  /**
   * Reads a file by its absolute path.
   *
   * @throws an error whose code is `ENOENT` where there is no such file, and another where it cannot be read
   */
  readonly readText: ReadText;
  /** What a folder holds, by name; nothing where there is no such folder. */
  readonly readFolder: (folder: string) => Promise<readonly TreeEntry[]>;
}

export interface TreeEntry {
  readonly name: string;
  /** A link is a `file`, wherever it leads. A submodule is what another repository holds. */
  readonly kind: "file" | "folder" | "submodule";
}

/** An error as reading a file throws one. */
export function fileError(code: "ENOENT" | "EISDIR" | "EIO", message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Whether there is no such file, as `error` of a reader tells. */
export function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR";
}
