import type { JsonObject, LoadedDocument } from "@specmill/spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDocuments } from "./support/documents.ts";
import { compareLoaded, judgeDocuments, listGating, tellFinding } from "./support/judge-documents.ts";
import { applyRewrites } from "./support/rewrite.ts";
import { schemaRewrites } from "./support/schema-rewrites.ts";
import { spread } from "./support/spread.ts";
import { surfaceRewrites } from "./support/surface-rewrites.ts";

const documents = await loadDocuments();
const rewrites = [...schemaRewrites, ...surfaceRewrites];

/** What those who speak HTTP are told of one document after another: by rule, or where that takes values, by values. */
function tellOnWire(base: LoadedDocument, document: JsonObject, seenBy: "rule" | "value"): readonly string[] {
  if (seenBy === "value") return listGating(judgeDocuments(base, document).wire).map(tellFinding);
  return compareLoaded(base, { ...base, document })
    .filter(({ wire }) => wire !== "note")
    .map(
      ({ rule, comparison, message, base, head }) => `${rule} ${comparison}: ${message} (${base}, ${head})`,
    );
}

describe("a document against itself", () => {
  it.each(documents)("is empty: $name", ({ loaded }) => {
    const { changes, wire } = judgeDocuments(loaded, structuredClone(loaded.document));
    expect({ changes, wire }).toEqual({ changes: [], wire: [] });
  });
});

describe("a document in other words", () => {
  it.each(rewrites)("is told to nobody who speaks HTTP: $name", ({ places, apply, seenBy }) => {
    const tried = documents.map(({ loaded }) => spread(places(loaded.document), seenBy === "rule" ? 8 : 3));
    const odd = documents.flatMap(({ name, loaded }, index) =>
      (tried[index] ?? []).flatMap((place) =>
        tellOnWire(loaded, apply(loaded.document, place), seenBy).map((told) => `${name} ${place}: ${told}`),
      ),
    );
    expect(tried.flat().length).toBeGreaterThan(0);
    expect(odd).toEqual([]);
  });

  const anyStep = fc.record({ which: fc.nat(rewrites.length - 1), choice: fc.nat(400) });

  it.each(documents)("stops nobody however often it is rewritten: $name", ({ loaded }) => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 2, maxLength: 8 }), (choices) => {
        const steps = choices.flatMap(({ which, choice }) => {
          const rewrite = rewrites[which];
          return rewrite === undefined ? [] : [{ rewrite, choice }];
        });
        const told = tellOnWire(loaded, applyRewrites(loaded.document, steps), "value");
        const names = steps.map(({ rewrite, choice }) => `${rewrite.name} (${choice})`).join(", ");
        if (told.length > 0) expect.fail(`${names}: ${told.join("; ")}`);
      }),
      { seed: 5, numRuns: 25 },
    );
  });
});
