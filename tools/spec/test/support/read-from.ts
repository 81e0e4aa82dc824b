import type { ReadText } from "../../src/file-source.ts";

/** Reads files of a folder `/house` that is on no disk. */
export function readFrom(files: Readonly<Record<string, string>>): ReadText {
  return async (file) => {
    const text = files[file.replace("/house/", "")];
    if (text !== undefined) return text;
    throw Object.assign(new Error(`ENOENT: no such file or directory '${file}'`), { code: "ENOENT" });
  };
}
