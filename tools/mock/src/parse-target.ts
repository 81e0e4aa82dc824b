import { splitPairs } from "./read-form.ts";
import type { RawPair } from "./read-parameter.ts";

export type TargetResult =
  | {
      readonly kind: "parsed";
      /** The segments of the path, not decoded; one empty segment for `/`. */
      readonly segments: readonly string[];
      /** In order, not decoded. */
      readonly query: readonly RawPair[];
    }
  /** A `%` in the path that starts no escape. */
  | { readonly kind: "malformed" };

/**
 * Takes a request target apart (RFC 9112, section 3.2). `Host` and a target's own host play no part: the mock
 * answers whoever reaches it.
 */
export function parseTarget(target: string): TargetResult {
  const [path = "", query = ""] = splitOnce(withoutHost(target), "?");
  const segments = path.split("/").slice(1);
  if (!segments.every(isDecodable)) return { kind: "malformed" };
  return {
    kind: "parsed",
    segments: segments.length === 0 ? [""] : segments,
    query: splitPairs(query.split("#", 1)[0] ?? ""),
  };
}

/**
 * Splits the first segment off a target.
 *
 * @returns that segment, decoded, and the target below it; undefined where the segment cannot be decoded
 */
export function splitApi(target: string): { readonly api: string; readonly below: string } | undefined {
  const [, first = "", rest = ""] = /^\/?([^/?]*)(.*)$/s.exec(withoutHost(target)) ?? [];
  if (!isDecodable(first)) return undefined;
  return { api: decodeURIComponent(first), below: rest.startsWith("/") ? rest : `/${rest}` };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function withoutHost(target: string): string {
  return target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, "");
}

/** The path of a target without its query, where secrets travel. */
export function pathOf(target: string): string {
  return splitOnce(target, "?")[0] ?? "";
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
