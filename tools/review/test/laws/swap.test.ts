import { buildModel, type LoadedDocument } from "@specmill/spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listMutants } from "../../../contract/src/mutant/list-mutants.ts";
import type { Change, Comparison } from "../../src/change.ts";
import { loadDocuments } from "./support/documents.ts";
import { anyEdit, applyEdits } from "./support/edits.ts";
import { compareLoaded } from "./support/judge-documents.ts";
import { spread } from "./support/spread.ts";

const documents = await loadDocuments();

const opposite: Readonly<Record<Comparison, Comparison>> = {
  narrower: "wider",
  wider: "narrower",
  different: "different",
  equal: "equal",
};

/** What is told only from base to head: each with how it reads, at its place, from head to base. */
function listOneWay(base: LoadedDocument, head: LoadedDocument): readonly string[] {
  const there = compareLoaded(base, head).map((change) => sayChange(change));
  const back = compareLoaded(head, base).map((change) =>
    sayChange({ ...swapPlaces(change), comparison: opposite[change.comparison] }),
  );
  return [
    ...there.filter((one) => !back.includes(one)).map((one) => `only there: ${one}`),
    ...back.filter((one) => !there.includes(one)).map((one) => `only back: ${one}`),
  ];
}

function swapPlaces({ base, head, ...change }: Change): Change {
  return { ...change, ...(head !== undefined && { base: head }), ...(base !== undefined && { head: base }) };
}

function sayChange({ rule, direction, comparison, base, head }: Change): string {
  // What is added from here to there is removed from there to here.
  const name = rule.replace(/-(added|removed)$/, " added or removed");
  return [name, direction ?? "-", comparison, base ?? "-", head ?? "-"].join(" ");
}

describe("base and head swapped", () => {
  it.each(documents)("swap narrower and wider for every mutant of $name", ({ loaded }) => {
    const mutants = spread(listMutants(loaded.document, buildModel(loaded.document)), 120);
    const odd = mutants.flatMap(({ id, apply }) =>
      listOneWay(loaded, { ...loaded, document: apply() }).map((told) => `${id}: ${told}`),
    );
    expect(mutants.length).toBeGreaterThan(20);
    expect(odd).toEqual([]);
  });

  it.each(documents)("swap narrower and wider whatever is edited in $name", ({ loaded }) => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (edits) => {
        expect(listOneWay(loaded, { ...loaded, document: applyEdits(loaded.document, edits) })).toEqual([]);
      }),
      { seed: 5, numRuns: 80 },
    );
  });
});
