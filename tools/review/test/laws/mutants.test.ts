import { buildModel, type LoadedDocument } from "@specmill/spec";
import { describe, expect, it } from "vitest";
import { listMutants } from "../../../contract/src/mutant/list-mutants.ts";
import type { Mutant } from "../../../contract/src/mutant/mutant.ts";
import { loadSpecs } from "../surface/support/load-specs.ts";
import { compareLoaded, judgeDocuments, listGating, tellFinding } from "./support/judge-documents.ts";
import { spread } from "./support/spread.ts";

const specs = await loadSpecs();

/**
 * What breaks a contract to the letter, and callers not. To a contract test it matters that what was refused is allowed
 * now; to a caller it does not.
 */
const wider = /(are|is) allowed$/;

/** Where those who watch a contract and those who review a change part, and why. */
const exceptions: readonly {
  readonly reason: string;
  readonly operators: RegExp;
  readonly because: RegExp;
}[] = [
  {
    reason: "an example is documentation, although a mock answers with it",
    operators: /^example-/,
    because: /./,
  },
  {
    reason: "which error comes is no promise: a caller has to expect any (policy: an error status may go)",
    operators: /^response-(drop|status-change)$/,
    because: /not (declared|promised)/,
  },
  {
    reason: "of alternatives beside none at all, none is needed before and after",
    operators: /^security-(alternative-)?drop$/,
    because: /other credentials are known/,
  },
];

function isException({ operator, because }: Mutant): boolean {
  return exceptions.some((one) => one.operators.test(operator) && one.because.test(because));
}

function list({ document }: LoadedDocument): readonly Mutant[] {
  return listMutants(document, buildModel(document));
}

describe("what the contract tool knows to break a contract", () => {
  it.each(specs)("is breaking by rule in $name", ({ loaded }) => {
    const breaking = list(loaded).filter(
      (mutant) => mutant.effect === "breaking" && !wider.test(mutant.because) && !isException(mutant),
    );
    const missed = breaking.filter(({ apply }) => {
      const changes = compareLoaded(loaded, { ...loaded, document: apply() });
      return !changes.some(({ wire }) => wire === "breaking");
    });
    expect(breaking.length).toBeGreaterThan(40);
    expect(missed.map(({ id, because }) => `${id}: ${because}`)).toEqual([]);
  });

  it.each(exceptions)("is not always so to callers: $reason", (exception) => {
    const excepted = specs.flatMap(({ loaded }) =>
      list(loaded).filter(
        ({ operator, because, effect }) =>
          effect === "breaking" && exception.operators.test(operator) && exception.because.test(because),
      ),
    );
    expect(excepted.length).toBeGreaterThan(0);
  });

  it.each(specs)("is not only suspected in $name, but for a request that is closed", ({ loaded }) => {
    const breaking = list(loaded).filter(
      (mutant) => mutant.effect === "breaking" && !wider.test(mutant.because) && !isException(mutant),
    );
    const missed = spread(breaking, 16).flatMap(({ id, operator, apply }) => {
      const { wire } = judgeDocuments(loaded, apply());
      // Who sends what is declared sends nothing else.
      if (operator === "additional-properties-close") return [];
      return listGating(wire).length > 0 ? [] : [`${id}: ${wire.map(tellFinding).join("; ")}`];
    });
    expect(missed).toEqual([]);
  });
});

describe("what the contract tool knows to keep a contract", () => {
  it.each(specs)("breaks nobody in $name, but for what is declared no more", ({ loaded }) => {
    const kept = list(loaded).filter(({ effect }) => effect !== "breaking");
    const odd = kept.flatMap(({ id, operator, because, apply }) =>
      listGating(judgeDocuments(loaded, apply()).wire)
        .filter(({ status }) => status === "proved" || !isGone.test(operator))
        .map((finding) => `${id} (${because}): ${tellFinding(finding)}`),
    );
    expect(kept.length).toBeGreaterThan(10);
    expect(odd).toEqual([]);
  });
});

/**
 * A property that may hold anything, or nothing, can go without any value telling; whoever reads it gets nothing all the
 * same. And a scheme that nobody needs may be told otherwise: whoever uses it is not known any more.
 */
const isGone = /^(property-drop|property-rename|http-scheme-change)$/;
