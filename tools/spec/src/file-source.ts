import { readFile } from "node:fs/promises";

/**
 * Reads the text of a file by its absolute path. Documents of another commit, or of no disk at all, are read through
 * one of these.
 *
 * @throws an error whose code is `ENOENT` where there is no such file
 */
export type ReadText = (file: string) => Promise<string>;

/** Reads a file of this machine. */
export function readFromDisk(file: string): Promise<string> {
  return readFile(file, "utf8");
}
