import type { Api, Operation } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";

/**
 * The operation that a request is for, by its method and path; where several templates match, the most literal one, as
 * OpenAPI has it (3.1, section 4.8.8.2). Undefined where the document has none.
 */
export function matchOperation(
  { operations }: Pick<Api, "operations">,
  { method, target }: Pick<WireRequest, "method" | "target">,
): Operation | undefined {
  const path = target.split(/[?#]/)[0] ?? "";
  return operations
    .filter((operation) => operation.method === method.toLowerCase() && isMatch(operation.path, path))
    .reduce<Operation | undefined>(
      (best, next) => (best === undefined || isMoreLiteral(next.path, best.path) ? next : best),
      undefined,
    );
}

function isMatch(template: string, path: string): boolean {
  const wanted = template.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length && wanted.every((segment, index) => fits(segment, given[index] ?? ""))
  );
}

function fits(segment: string, given: string): boolean {
  const literals = segment.split(/\{[^}]*\}/);
  if (literals.length === 1) return decode(segment) === decode(given);
  const source = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+");
  return new RegExp(`^${source}$`, "s").test(decode(given));
}

/** Whether `one` has a literal segment before `other` has. */
function isMoreLiteral(one: string, other: string): boolean {
  const others = other.split("/");
  const ranks = one.split("/").map((segment, index) => rank(segment) - rank(others[index] ?? ""));
  return (ranks.find((difference) => difference !== 0) ?? 0) < 0;
}

/** Least for a literal, and less the more of a segment is literal. */
function rank(segment: string): number {
  return segment.includes("{") ? 1000 - segment.replace(/\{[^}]*\}/g, "").length : 0;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
