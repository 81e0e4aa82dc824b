import { describe, expect, it } from "vitest";
import type { Comparison } from "../../src/change.ts";
import { applicatorRows } from "./applicator-rows.ts";
import { compareDocuments, documentOf, sayChange } from "./compare.ts";
import type { Row } from "./keyword-row.ts";
import { validationRows } from "./validation-rows.ts";

const rows = [...applicatorRows, ...validationRows];

/** The keywords of JSON Schema 2020-12 by vocabulary, and those of OpenAPI. */
const keywords =
  "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs " +
  "prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames " +
  "if then else allOf anyOf oneOf not unevaluatedItems unevaluatedProperties " +
  "type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems " +
  "minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired format " +
  "contentEncoding contentMediaType contentSchema title description default deprecated readOnly writeOnly examples " +
  "nullable discriminator xml externalDocs example x-extensible-enum";

function documentsOf({ base, head, others, headOthers, version }: Row) {
  return [documentOf(base, others, version), documentOf(head, headOthers, version)] as const;
}

const swapped: Readonly<Record<Comparison, Comparison>> = {
  ...{ narrower: "wider", wider: "narrower", different: "different", equal: "equal" },
};

describe("a keyword", () => {
  it("has a row in the table", () => {
    const known = new Set(rows.flatMap(({ keyword }) => keyword.split(/[ ,]+/)));
    expect(keywords.split(" ").filter((keyword) => !known.has(keyword))).toEqual([]);
  });

  it.each(rows)("is judged in both directions: $keyword", (row) => {
    const [base, head] = documentsOf(row);
    expect(compareDocuments(base, head, "request").map(sayChange).sort()).toEqual([...row.request].sort());
    expect(compareDocuments(base, head, "response").map(sayChange).sort()).toEqual([...row.response].sort());
  });

  it.each(rows)("is judged the other way round with base and head swapped: $keyword", (row) => {
    const [base, head] = documentsOf(row);
    const forth = compareDocuments(base, head, "request").map(({ comparison }) => comparison);
    const back = compareDocuments(head, base, "request").map(({ comparison }) => swapped[comparison]);
    expect(back.sort()).toEqual([...forth].sort());
  });
});
