import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, it } from "vitest";
import { schemas } from "./keyword-parts.ts";
import { keywordRows } from "./keyword-rows.ts";
import { judgeBoth, tellVerdicts } from "./table-row.ts";

/** By vocabulary (JSON Schema 2020-12, core and validation), with what OpenAPI 3.1 adds (section 4.8.24). */
const vocabularies = {
  core: "$schema $vocabulary $id $anchor $dynamicAnchor $ref $dynamicRef $defs $comment",
  applicator:
    "allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties patternProperties " +
    "additionalProperties propertyNames",
  unevaluated: "unevaluatedItems unevaluatedProperties",
  validation:
    "type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems " +
    "minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired",
  format: "format",
  content: "contentEncoding contentMediaType contentSchema",
  metadata: "title description default deprecated readOnly writeOnly examples",
  openapi: "discriminator xml externalDocs example x-extensible-enum",
};

const keywords = Object.values(vocabularies).flatMap((list) => list.split(" "));

it.each(keywords)("the table has a row for %s", (keyword) => {
  expect(keywordRows.map((row) => row.keyword)).toContain(keyword);
});

/** One operation for each row, whose body goes both ways. */
function makeDocument(list: readonly JsonValue[]): JsonObject {
  const paths = list.map((schema, index): readonly [string, JsonObject] => {
    const body = { content: { "application/json": { schema } } };
    const responses = { 200: { description: "It.", ...body } };
    return [
      `/rows/${index}`,
      { post: { operationId: `row${index}`, requestBody: { ...body, required: true }, responses } },
    ];
  });
  return {
    openapi: "3.1.0",
    info: { title: "Table", version: "1.0.0" },
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

const judged = await judgeBoth(
  makeDocument(keywordRows.map(({ base }) => base)),
  makeDocument(keywordRows.map(({ head }) => head)),
);

it.each(keywordRows.map((row, index) => ({ ...row, operation: `row${index}` })))(
  "$keyword, $edit",
  ({ operation, want }) => {
    const own = judged.filter(({ change }) => change.operations.includes(operation));
    expect(tellVerdicts(own)).toEqual(want);
  },
);
