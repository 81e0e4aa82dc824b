import type { ContractCase } from "../case/contract-case.ts";
import { makeVisible } from "./report-text.ts";

/** A line for each case, for `--list`: id, kind, and what must hold. */
export function writeCaseList(cases: readonly ContractCase[]): string {
  const width = cases.reduce((widest, { id }) => Math.max(widest, id.length), 0);
  return cases
    .map(
      ({ id, kind, title }) =>
        `${makeVisible(id).padEnd(width)}  ${kind.padEnd(10)}  ${makeVisible(title)}\n`,
    )
    .join("");
}
