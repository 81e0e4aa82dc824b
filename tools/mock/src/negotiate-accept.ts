import { parseMediaType } from "./media-type.ts";

export type AcceptResult =
  | { readonly kind: "parsed"; readonly ranges: readonly string[] }
  | { readonly kind: "malformed" };

/**
 * Reads `Accept` into its media ranges (RFC 9110, section 12.5.1). Prism ends its whole process over an item that
 * is none. The lone `*` that old Java clients send means everything.
 *
 * @returns no ranges where the client takes anything
 */
export function negotiateAccept(header: string | undefined): AcceptResult {
  const items = (header ?? "").match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  const ranges = items
    .map((item) => item.trim().replace(/^\*(?=$|\s*;)/, "*/*"))
    .filter((range) => range !== "");
  const wellFormed = ranges.every((range) => parseMediaType(range) !== undefined && hasFairWeight(range));
  return wellFormed ? { kind: "parsed", ranges } : { kind: "malformed" };
}

function hasFairWeight(range: string): boolean {
  const weight = /;\s*q=([^;]*)/i.exec(range)?.[1];
  return weight === undefined || /^(?:0?\.\d*|[01](?:\.\d*)?)\s*$/.test(weight);
}
