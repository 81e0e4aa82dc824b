import type { CaseContext, CaseList } from "./case-context.ts";
import type { ContractCase } from "./contract-case.ts";
import { hashText } from "./hash-text.ts";

/**
 * Calls made up at random, though the same on each run: all that the document allows, and what it does not.
 *
 * @param isBreakable - whether there is a JSON body that the document does not allow
 */
export function listFuzzCases(
  { operation, full }: CaseContext,
  runs: number,
  isBreakable: boolean,
): CaseList {
  const { id, pointer, parameters, requestBody } = operation;
  const isBare = parameters.length === 0 && full.body === undefined;
  if (runs === 0 || isBare) return { cases: [], notes: [] };
  const seed = hashText(JSON.stringify([id, parameters, requestBody])) & 0x7fffffff;
  const fuzz = (of: "allowed" | "refused", title: string): ContractCase => ({
    id: `${id}/fuzz/${of}`,
    operation: id,
    kind: "fuzz",
    title,
    pointer,
    given: { kind: "fuzz", of, seed, runs },
    expect: of === "allowed" ? { kind: "answered" } : { kind: "refused", reason: "any" },
  });
  return {
    cases: [
      fuzz("allowed", `${id} takes whatever the document allows`),
      ...(isBreakable ? [fuzz("refused", `${id} refuses whatever the document does not allow`)] : []),
    ],
    notes: [],
  };
}
