import type { DocRow } from "./doc-row.ts";
import { mergeKeys } from "./merge-keys.ts";

/** A row of both documents, side by side. */
export interface RowPair {
  /** Of the row itself; what it consists of has states of its own. */
  readonly state: "same" | "changed" | "gone" | "new";
  readonly base?: DocRow;
  readonly head?: DocRow;
  readonly children: readonly RowPair[];
}

export function pairRows(base: readonly DocRow[], head: readonly DocRow[]): readonly RowPair[] {
  const olds = new Map(base.map((row) => [row.key, row]));
  const news = new Map(head.map((row) => [row.key, row]));
  return mergeKeys([...olds.keys()], [...news.keys()]).map((key) => pairRow(olds.get(key), news.get(key)));
}

function pairRow(base: DocRow | undefined, head: DocRow | undefined): RowPair {
  return {
    state: compareRow(base, head),
    ...(base && { base }),
    ...(head && { head }),
    children: pairRows(base?.children ?? [], head?.children ?? []),
  };
}

function compareRow(base: DocRow | undefined, head: DocRow | undefined): RowPair["state"] {
  if (base === undefined) return "new";
  if (head === undefined) return "gone";
  const told = ({ label, facts, description, code }: DocRow) =>
    JSON.stringify([label, facts, description, code]);
  return told(base) === told(head) ? "same" : "changed";
}
