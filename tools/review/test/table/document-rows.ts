import { componentRows } from "./component-rows.ts";
import type { DocumentRow } from "./document-parts.ts";
import { infoRows } from "./info-rows.ts";

/** Every field of the objects that are of a whole document (OpenAPI 3.1, section 4.8). */
export const documentRows: readonly DocumentRow[] = [...infoRows, ...componentRows];
