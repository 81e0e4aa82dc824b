import { bodyRows } from "./body-rows.ts";
import { callRows } from "./call-rows.ts";
import type { OpenApiRow } from "./openapi-parts.ts";
import { parameterRows } from "./parameter-rows.ts";
import { pathRows } from "./path-rows.ts";
import { responseRows } from "./response-rows.ts";
import { securityRows } from "./security-rows.ts";

/** Every field of every object that an operation reaches (OpenAPI 3.1, section 4.8). */
export const openApiRows: readonly OpenApiRow[] = [
  ...pathRows,
  ...parameterRows,
  ...bodyRows,
  ...responseRows,
  ...callRows,
  ...securityRows,
];
