/** Where something stands in a file, for a person to open. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** Finds the place of a JSON pointer into the document of an API. */
export type Locate = (api: string, pointer: string) => Place;

/** A place as editors and terminals understand it: `file:line:column`. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
