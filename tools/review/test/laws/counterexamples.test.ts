import { buildModel } from "@specmill/spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listMutants } from "../../../contract/src/mutant/list-mutants.ts";
import { editDocument } from "../surface/support/edit-document.ts";
import { asLoaded, loadDocuments } from "./support/documents.ts";
import { anyEdit, applyEdits } from "./support/edits.ts";
import { judgeDocuments, listGating, listIdleProofs, listUnsaid } from "./support/judge-documents.ts";
import { keywordsDocument } from "./support/keywords-document.ts";
import { spread } from "./support/spread.ts";

const documents = await loadDocuments();

describe("a value that breaks callers", () => {
  it("has a finding where a branch grows by what another one allows, far below it", () => {
    const loaded = asLoaded(keywordsDocument);
    const document = editDocument(keywordsDocument, {
      "#/components/schemas/Cat/properties/type/const": undefined,
    });
    const judged = judgeDocuments(loaded, document);
    expect(listUnsaid(loaded, judged)).toEqual([]);
    expect(listIdleProofs(judged)).toEqual([]);
    const found = listGating(judged.wire).find(({ change }) => change.direction === "request");
    expect(found?.change.rule).toBe("request-values");
    expect(found?.change.operations).toContain("sendbranches");
  });

  it("cannot be where all values that are listed were tried", () => {
    const listed = { type: "integer", enum: [1, 2, 3] };
    const make = (format: string) =>
      editDocument(keywordsDocument, { "#/components/schemas/Cat/properties/lives": { ...listed, format } });
    const { wire } = judgeDocuments(asLoaded(make("int32")), make("int64"));
    const formats = wire.filter(({ change }) => change.rule === "response-format");
    expect(formats.map(({ impact, status }) => `${impact} ${status}`)).toEqual(["breaking suspected"]);
  });

  it.each(documents)("has a finding that reaches its operation, for mutants of $name", ({ loaded }) => {
    const mutants = spread(listMutants(loaded.document, buildModel(loaded.document)), 12);
    const told = mutants.map(({ id, apply }) => {
      const judged = judgeDocuments(loaded, apply());
      return { id, judged, unsaid: listUnsaid(loaded, judged), idle: listIdleProofs(judged) };
    });
    expect(told.flatMap(({ id, unsaid }) => unsaid.map((one) => `${id}: ${one}`))).toEqual([]);
    expect(told.flatMap(({ id, idle }) => idle.map((one) => `${id}: ${one}`))).toEqual([]);
    // That nothing is unsaid says something only where there is something to say.
    const proved = told.filter(({ judged }) => judged.wire.some(({ status }) => status === "proved"));
    expect(proved.length).toBeGreaterThan(1);
  });

  it.each(documents)(
    "has a finding that reaches its operation, whatever is edited in $name",
    ({ loaded }) => {
      fc.assert(
        fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 2 }), (edits) => {
          const judged = judgeDocuments(loaded, applyEdits(loaded.document, edits));
          expect(listUnsaid(loaded, judged)).toEqual([]);
          expect(listIdleProofs(judged)).toEqual([]);
        }),
        { seed: 5, numRuns: 20, endOnFailure: true },
      );
    },
  );
});
