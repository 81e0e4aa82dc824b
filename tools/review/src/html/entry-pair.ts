import type { Entry } from "./list-entries.ts";

/** An operation of the two documents. */
export type EntryPair =
  | { readonly state: "added"; readonly head: Entry }
  | { readonly state: "removed"; readonly base: Entry }
  | { readonly state: "changed" | "same"; readonly base: Entry; readonly head: Entry };

/** As findings name it: as in head, where it is there. */
export function nameEntry(pair: EntryPair): string {
  return pair.state === "removed" ? pair.base.name : pair.head.name;
}

export function sidesOf(pair: EntryPair): { readonly base?: Entry; readonly head?: Entry } {
  switch (pair.state) {
    case "added":
      return { head: pair.head };
    case "removed":
      return { base: pair.base };
    case "changed":
    case "same":
      return { base: pair.base, head: pair.head };
  }
}
