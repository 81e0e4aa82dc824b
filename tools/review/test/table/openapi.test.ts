import { isJsonObject, type JsonObject } from "@specmill/spec";
import { expect, it } from "vitest";
import { components } from "./openapi-components.ts";
import type { OpenApiRow } from "./openapi-parts.ts";
import { openApiRows } from "./openapi-rows.ts";
import { judgeBoth, tellVerdicts } from "./table-row.ts";

/** One path for each row. */
function makeDocument(side: "base" | "head"): JsonObject {
  const paths = openApiRows.map(
    (row, index) => [`/rows/${index}`, nameOperations(row, index, side)] as const,
  );
  return {
    openapi: "3.1.0",
    info: { title: "Table", version: "1.0.0" },
    paths: Object.fromEntries(paths),
    components: components(side),
  };
}

const methods = /^(get|put|post|delete|options|head|patch|trace)$/;

function nameOperations(row: OpenApiRow, index: number, side: "base" | "head"): JsonObject {
  return Object.fromEntries(
    Object.entries(row[side]).map(([key, value]) => {
      const isNamed = !methods.test(key) || !isJsonObject(value) || value["operationId"] !== undefined;
      return [key, isNamed ? value : { operationId: `row${index}${key}`, ...value }];
    }),
  );
}

const judged = await judgeBoth(makeDocument("base"), makeDocument("head"));

it.each(openApiRows.map((row, index) => ({ ...row, index })))("$of, $edit", ({ index, want }) => {
  const own = judged.filter(
    ({ change }) =>
      change.operations.some((name) => new RegExp(`^row${index}\\D`).test(name)) ||
      [change.base, change.head].some((pointer) => pointer?.startsWith(`#/paths/~1rows~1${index}/`)),
  );
  expect(tellVerdicts(own)).toEqual(want);
});
