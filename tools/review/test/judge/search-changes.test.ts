import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { searchChanges } from "../../src/judge/search-changes.ts";
import { listChanges, makeDocument } from "./support/documents.ts";

function search(base: JsonObject, head: JsonObject) {
  return searchChanges(listChanges(base, head), createOracle(base), createOracle(head)).map((pair) => ({
    schemas: pair.schemas.head.split("/schema")[1] ?? "",
    proofs: [...pair.proofs].map(([{ rule }, { value }]) => [rule, value]),
    unexplained: pair.unexplained?.value,
    isConclusive: pair.isConclusive,
  }));
}

describe("values put to both sides", () => {
  const table: readonly [string, JsonValue, JsonValue, ReturnType<typeof search>][] = [
    [
      "prove each change that refuses them on its own",
      { type: "string" },
      { type: "string", maxLength: 1, pattern: "^a" },
      [
        {
          schemas: "",
          proofs: [
            ["request-pattern", ""],
            ["request-max-length", "aa"],
          ],
          unexplained: undefined,
          isConclusive: true,
        },
      ],
    ],
    ["are spared where nothing can break", { type: "string", maxLength: 1 }, { type: "string" }, []],
    [
      "mean something by their silence where there are no more",
      { enum: ["a", "b"] },
      { enum: ["a", "b"], pattern: "^[ab]$" },
      [{ schemas: "", proofs: [], unexplained: undefined, isConclusive: true }],
    ],
  ];
  test.each(table)("%s", (_, base, head, want) => {
    expect(search(makeDocument({ request: base }), makeDocument({ request: head }))).toEqual(want);
  });

  test("mean nothing by their silence where none can be made", () => {
    const base = { type: "string", pattern: "^(?=a)b$" };
    const found = search(
      makeDocument({ request: base }),
      makeDocument({ request: { ...base, maxLength: 3 } }),
    );
    expect(found).toEqual([{ schemas: "", proofs: [], unexplained: undefined, isConclusive: false }]);
  });

  test("prove a change within, and not the schema around it", () => {
    const pet = (color: JsonValue, required: readonly string[]) =>
      makeDocument({ request: { type: "object", required, properties: { color } } });
    const found = search(pet({ type: "string" }, []), pet({ type: "string", maxLength: 1 }, ["color"]));
    expect(found.map(({ schemas, proofs }) => [schemas, proofs])).toEqual(
      expect.arrayContaining([
        ["", [["request-required", {}]]],
        ["/properties/color", [["request-max-length", "aa"]]],
      ]),
    );
    expect(found).toHaveLength(2);
  });

  test("say nothing more of a schema that breaks only by what is told within", () => {
    const pet = (color: JsonValue, others: JsonValue) =>
      makeDocument({ request: { type: "object", properties: { color }, additionalProperties: others } });
    const found = search(pet({ type: "string" }, false), pet({ type: "string", maxLength: 1 }, true));
    expect(found.map(({ proofs, unexplained }) => [proofs, unexplained])).toEqual(
      expect.arrayContaining([
        [[], undefined],
        [[["request-max-length", "aa"]], undefined],
      ]),
    );
  });
});
