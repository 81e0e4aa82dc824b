import { decodePercent } from "./decode-text.ts";
import type { Operation } from "./operation.ts";

/** An operation with its path template read. */
export interface Route {
  readonly operation: Operation;
  readonly segments: readonly RouteSegment[];
}

type RouteSegment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "template"; readonly pattern: RegExp; readonly names: readonly string[] };

export type Match =
  | {
      readonly kind: "matched";
      readonly operation: Operation;
      /** By name, not decoded. */
      readonly parameters: ReadonlyMap<string, string>;
    }
  | { readonly kind: "other-methods"; readonly methods: readonly string[] }
  | { readonly kind: "unmatched" };

/** Reads the path template of each operation, the most literal first: `/users/me` goes before `/users/{id}`. */
export function createRoutes(operations: readonly Operation[]): readonly Route[] {
  const routes = operations.map((operation) => ({
    operation,
    segments: operation.path.split("/").slice(1).map(readSegment),
  }));
  return routes.sort((a, b) => compare(rankOf(a), rankOf(b)));
}

/**
 * Finds the operation for a method, in lower case, and path segments that are not decoded (OpenAPI 3.1, section 4.8.8.2). A
 * parameter is never empty. A `HEAD` that the document lacks is answered as its `GET` (RFC 9110, section 9.3.2).
 */
export function matchOperation(routes: readonly Route[], method: string, segments: readonly string[]): Match {
  const candidates = routes.flatMap(({ operation, ...route }) => {
    const parameters = readParameters(route.segments, segments);
    return parameters === undefined ? [] : [{ operation, parameters }];
  });
  const find = (wanted: string) => candidates.find(({ operation }) => operation.method === wanted);
  const found = find(method) ?? (method === "head" ? find("get") : undefined);
  if (found !== undefined) return { kind: "matched", ...found };
  if (candidates.length === 0) return { kind: "unmatched" };
  return { kind: "other-methods", methods: allowedMethods(candidates.map(({ operation }) => operation)) };
}

function allowedMethods(operations: readonly Operation[]): readonly string[] {
  const methods = new Set(operations.map(({ method }) => method.toUpperCase()));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods.add("OPTIONS")].sort();
}

function readSegment(text: string): RouteSegment {
  const names = [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return { kind: "literal", text: decodePercent(text) };
  const between = text.split(/\{[^{}]+\}/).map((literal) => escapePattern(decodePercent(literal)));
  return { kind: "template", pattern: new RegExp(`^${between.join("(.+?)")}$`, "s"), names };
}

function readParameters(
  expected: readonly RouteSegment[],
  given: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (expected.length !== given.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, segment] of expected.entries()) {
    const text = given[index] ?? "";
    switch (segment.kind) {
      case "literal":
        if (segment.text !== decodePercent(text)) return undefined;
        break;
      case "template": {
        // Not decoded, where that will do: an encoded comma divides no list.
        const found = segment.pattern.exec(text) ?? segment.pattern.exec(decodePercent(text));
        if (found === null) return undefined;
        for (const [at, name] of segment.names.entries()) parameters.set(name, found[at + 1] ?? "");
      }
    }
  }
  return parameters;
}

/** Sorts first where the first difference is a literal against a parameter. */
function rankOf({ segments }: Pick<Route, "segments">): string {
  return segments.map(({ kind }) => (kind === "literal" ? "0" : "1")).join("");
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
