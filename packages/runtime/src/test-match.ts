import type { TestOperation } from "./test-operation.ts";

/** The operation that a request is for, and what its path holds. */
export interface TestMatch {
  readonly operation: TestOperation;
  /** By name, decoded. */
  readonly pathParameters: { readonly [name: string]: string };
}

interface Route {
  readonly operation: TestOperation;
  readonly names: readonly string[];
  readonly segments: readonly RegExp[];
  /** How many segments hold no parameter. */
  readonly literal: number;
}

/**
 * Makes the function that finds an operation by method and path.
 *
 * A template has to match the end of the path: what stands before is taken for the base path of a server. Where
 * several do, the one with more literal segments is meant, and then the longer one.
 */
export function createMatcher(
  operations: readonly TestOperation[],
): (method: string, path: string) => TestMatch | undefined {
  const routes = operations
    .map(describeRoute)
    .sort((a, b) => b.literal - a.literal || b.segments.length - a.segments.length);
  return (method, path) => {
    for (const { operation, segments, names } of routes) {
      if (operation.method !== method) continue;
      const values = matchEnd(segments, path.split("/").slice(1).map(decode));
      if (values === undefined) continue;
      return {
        operation,
        pathParameters: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""])),
      };
    }
    return undefined;
  };
}

function describeRoute(operation: TestOperation): Route {
  const segments = operation.path
    .replace(/[?#].*/s, "")
    .split("/")
    .slice(1);
  return {
    operation,
    names: segments.flatMap((segment) => splitTemplate(segment).filter((_, at) => at % 2 === 1)),
    segments: segments.map(
      (segment) => new RegExp(`^${splitTemplate(segment).map(toPattern).join("")}$`, "s"),
    ),
    literal: segments.filter((segment) => splitTemplate(segment).length === 1).length,
  };
}

/** Literal text at the even places, names of parameters at the odd ones. */
function splitTemplate(segment: string): readonly string[] {
  return segment.split(/\{([^{}]+)\}/);
}

function toPattern(part: string, at: number): string {
  return at % 2 === 1 ? "(.+?)" : decode(part).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The values of the parameters, where the last segments match. */
function matchEnd(patterns: readonly RegExp[], segments: readonly string[]): readonly string[] | undefined {
  if (segments.length < patterns.length) return undefined;
  const end = segments.slice(segments.length - patterns.length);
  const matches = patterns.map((pattern, at) => pattern.exec(end[at] ?? ""));
  if (matches.includes(null)) return undefined;
  return matches.flatMap((match) => match?.slice(1) ?? []);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
