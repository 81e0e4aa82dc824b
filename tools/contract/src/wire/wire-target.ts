import { formDecode, percentDecode } from "./wire-text.ts";

/** One `name=value` of a query, a form or a cookie. */
export interface Pair {
  /** Decoded. */
  readonly name: string;
  /** The value as it stands there. */
  readonly raw: string;
}

/** The path of a target, and its query taken apart. */
export function splitTarget(target: string): { readonly path: string; readonly query: readonly Pair[] } {
  const at = target.indexOf("?");
  return at === -1
    ? { path: target, query: [] }
    : { path: target.slice(0, at), query: readPairs(target.slice(at + 1)) };
}

/** The pairs of a query or a form. */
export function readPairs(text: string): readonly Pair[] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => readPair(pair, formDecode));
}

/** The pairs of a `Cookie` header (RFC 6265, section 4.2.1). */
export function readCookies(header: string | undefined): readonly Pair[] {
  return (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map((pair) => readPair(pair, percentDecode));
}

function readPair(pair: string, decode: (text: string) => string): Pair {
  const at = pair.indexOf("=");
  return at === -1
    ? { name: decode(pair), raw: "" }
    : { name: decode(pair.slice(0, at)), raw: pair.slice(at + 1) };
}

/**
 * What stands for each expression of a path template, still encoded.
 *
 * @returns undefined where the path is not of the template
 */
export function matchPath(template: string, path: string): ReadonlyMap<string, string> | undefined {
  // No request carries what a document writes after a `#`; what stands after a `?` is no path.
  const parts = template.replace(/[?#].*$/s, "").split(/\{([^{}]+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const literals = parts.filter((_, index) => index % 2 === 0).map(normalise);
  const found = new RegExp(`^${literals.map(escapePattern).join("([^/?#]*)")}$`).exec(normalise(path));
  return found === null ? undefined : new Map(names.map((name, index) => [name, found[index + 1] ?? ""]));
}

/** Whether two values of a path stand side by side, where no reader can tell for sure which is which. */
export function isCrowded(template: string): boolean {
  return template.split("/").some((segment) => (segment.match(/\{/g)?.length ?? 0) > 1);
}

/** One way of writing what may be written in two: a character that needs no escape, and the escape of one that does. */
function normalise(text: string): string {
  return text
    .replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase())
    .replace(/[^\x21-\x7e]|["<>\\^`|]/gu, (character) =>
      encodeURIComponent(character.replace(/\p{Cs}/u, "\uFFFD")),
    );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
