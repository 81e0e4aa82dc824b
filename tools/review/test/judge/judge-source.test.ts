import { describe, expect, test } from "vitest";
import type { Change } from "../../src/change.ts";
import type { SourceEvidence } from "../../src/judge/gather-source.ts";
import { judgeSource } from "../../src/judge/judge-source.ts";
import type { OperationVerdict } from "../../src/types/compare-operation-types.ts";
import type { TypeVerdict } from "../../src/types/compare-pairs.ts";
import { makeChange } from "./support/documents.ts";

const broken: TypeVerdict = { kind: "broken", message: "The type was `string` and is `number`." };

/** What is told of changes, where the compiler says the same of all their schemas. */
function tell(
  changes: readonly Change[],
  verdict: TypeVerdict | undefined,
  operations: readonly OperationVerdict[] = [],
) {
  const evidence: SourceEvidence = {
    verdictOf: () => verdict,
    operations,
    exports: { gone: [], added: [] },
  };
  return judgeSource(changes, evidence).map(({ change, axis, impact, status, proof }) => {
    expect(axis).toBe("source");
    return `${impact} ${status} ${change.rule}${proof?.kind === "compiler" ? ` ${proof.message}` : ""}`;
  });
}

describe("a change that a rule holds to break code", () => {
  const table: readonly [string, TypeVerdict | undefined, string][] = [
    ["is proved by the compiler", broken, `breaking proved request-enum ${broken.message}`],
    ["is suspected where the compiler takes it", { kind: "assignable" }, "breaking suspected request-enum"],
    ["stays derived where the types say too little", { kind: "unknown" }, "breaking derived request-enum"],
    ["stays derived where the compiler was not asked", undefined, "breaking derived request-enum"],
  ];
  test.each(table)("%s", (_, verdict, want) => {
    expect(tell([makeChange({})], verdict)).toEqual([want]);
  });
});

test("what types do not tell of is no finding, but for words", () => {
  const changes = [
    makeChange({ rule: "request-max-length", source: "note" }),
    makeChange({ rule: "documentation-changed", source: "note", wire: "note" }),
    makeChange({ rule: "response-property-added", source: "compatible" }),
  ];
  expect(tell(changes, { kind: "assignable" })).toEqual([
    "note derived documentation-changed",
    "compatible derived response-property-added",
  ]);
});

test("types that do not fit although no rule says so break by the first change there", () => {
  const changes = ["a", "b"].map((name) =>
    makeChange({ rule: "request-type", source: "compatible", message: `\`${name}\` is new.` }),
  );
  expect(tell(changes, broken)).toEqual([
    `breaking proved request-type ${broken.message}`,
    "compatible derived request-type",
  ]);
});

test("one sentence of the compiler proves the change that it names, and none beside it", () => {
  const message = "The property `body.image` is required now.";
  const changes = [
    makeChange({ rule: "request-property-removed", message: "The property `file` is gone." }),
    makeChange({ rule: "request-property-added", message: "The property `image` is new, and required." }),
  ];
  expect(tell(changes, { kind: "broken", message })).toEqual([
    "breaking derived request-property-removed",
    `breaking proved request-property-added ${message}`,
  ]);
  expect(tell(changes.slice(0, 1), { kind: "broken", message })).toEqual([
    `breaking proved request-property-removed ${message}`,
  ]);
});

describe("the types of an operation", () => {
  const verdict = (kind: "arguments" | "data", message: string): OperationVerdict => ({
    operation: { base: "addPet", head: "addPet" },
    part: kind === "arguments" ? { kind } : { kind, status: "200" },
    verdict: { kind: "broken", message },
  });

  test("prove what is no change of a schema", () => {
    const change = makeChange({ rule: "parameter-added", direction: "request" });
    expect(
      tell([change], undefined, [verdict("data", "No."), verdict("arguments", "Now required.")]),
    ).toEqual(["breaking proved parameter-added Now required.", "breaking proved source-response No."]);
  });

  test("have a row of their own where no change explains them, one for every operation of the same words", () => {
    const other = { ...verdict("arguments", "Gone."), operation: { base: "addDog", head: "addDog" } };
    expect(tell([], undefined, [verdict("arguments", "Gone."), other])).toEqual([
      "breaking proved source-request Gone.",
    ]);
  });

  test("say nothing more where a change of the same direction is told", () => {
    const change = makeChange({ rule: "response-enum", direction: "response" });
    expect(tell([change], broken, [verdict("data", "Again.")])).toEqual([
      `breaking proved response-enum ${broken.message}`,
    ]);
  });
});
