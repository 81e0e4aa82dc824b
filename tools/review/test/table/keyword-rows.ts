import { annotationRows } from "./annotation-rows.ts";
import { applicatorRows } from "./applicator-rows.ts";
import { coreRows } from "./core-rows.ts";
import type { KeywordRow } from "./keyword-parts.ts";
import { memberRows } from "./member-rows.ts";
import { validationRows } from "./validation-rows.ts";

/** Every keyword of JSON Schema 2020-12, and of OpenAPI: each changed, and where that says more, also added or dropped. */
export const keywordRows: readonly KeywordRow[] = [
  ...coreRows,
  ...applicatorRows,
  ...memberRows,
  ...validationRows,
  ...annotationRows,
];
