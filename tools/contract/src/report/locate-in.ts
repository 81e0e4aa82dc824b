import { type LoadedDocument, problemAt } from "@specmill/spec";
import type { Locate, Place } from "./report-place.ts";

/** Finds places in the files of a document; each is looked for once, for that means to read the file. */
export function locateIn(loaded: LoadedDocument): Locate {
  const known = new Map<string, Place>();
  return (_api, pointer) => {
    const place = known.get(pointer) ?? find(loaded, pointer);
    known.set(pointer, place);
    return place;
  };
}

function find(loaded: LoadedDocument, pointer: string): Place {
  const { file, line, column } = problemAt(loaded, pointer, { rule: "", severity: "error", message: "" });
  return { file, line, column };
}
