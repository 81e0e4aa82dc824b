import type { Operation } from "@specmill/spec";
import { type Matched, matchItems } from "./match-items.ts";

/**
 * Pairs operations by method and path; what a path calls its variables is of no account, for the same two paths could
 * not be in one document (OpenAPI 3.1, section 4.8.8.2).
 */
export function matchOperations(base: readonly Operation[], head: readonly Operation[]): Matched<Operation> {
  return matchItems(
    base,
    head,
    ({ method, path }) => `${method} ${path}`,
    ({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`,
  );
}
