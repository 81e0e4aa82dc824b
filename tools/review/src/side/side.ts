import type { LoadedDocument, Problem, ReadText } from "@specmill/spec";

/** One of the two states that a review compares. */
export interface Side {
  /** What people call it: `main (merge base 1a2b3c4)`, `working tree`, a path. */
  readonly label: string;
  readonly kind: "commit" | "working tree" | "folder" | "file";
  /** Reads a file of this side by the absolute path that its documents have; throws `ENOENT` where there is none. */
  readonly readSource: ReadText;
  /**
   * Reads a file by its path in the house, such as `specs/.review/pets.yaml`; undefined where there is none. A side
   * that is a single file has no others.
   *
   * @throws an error where the file is there and cannot be read
   */
  readonly readText: (path: string) => Promise<string | undefined>;
  /**
   * Every file below a folder of the house, as sorted paths from that folder; none where there is no such folder. Not
   * what lies in `node_modules` or in a submodule.
   */
  readonly listFiles: (folder: string) => Promise<readonly string[]>;
}

/** One API on both sides. */
export interface ApiPair {
  readonly name: string;
  /**
   * `unchanged`: every file that it is written in is the same on both sides. `unreadable`: a side that has it cannot
   * be loaded, for which `problems` tell why.
   */
  readonly kind: "unchanged" | "changed" | "added" | "removed" | "renamed" | "unreadable";
  /** What a renamed API was called. */
  readonly formerName?: string;
  /** The document, as people know it: of head, or of base where it is gone. */
  readonly file: string;
  readonly base?: LoadedDocument;
  readonly head?: LoadedDocument;
  readonly problems: readonly Problem[];
}

export interface Sides {
  readonly base: Side;
  readonly head: Side;
  /** By name. */
  readonly apis: readonly ApiPair[];
}

export type SidesResult =
  | { readonly kind: "read"; readonly sides: Sides }
  /** A side is none: no such commit, folder or file, or two that cannot be compared. */
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };
