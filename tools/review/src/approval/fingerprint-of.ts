import { createHash } from "node:crypto";
import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { Finding } from "../finding.ts";
import { stableLocation } from "./stable-location.ts";

/** What of a finding makes it the one that it is. */
export type Identity = Pick<
  Finding,
  "rule" | "direction" | "operations" | "pointer" | "side" | "before" | "after"
>;

/**
 * Twelve hexadecimal digits that name a finding for as long as the change stays the same one: they say nothing of
 * texts, lines and files, nor of the order of lists and of what happens elsewhere. Both axes of a change share them, so
 * that one approval is enough.
 *
 * @param documents - the bundled documents; an API that is new or gone has but one of them
 */
export function fingerprintOf(
  finding: Identity,
  documents: { readonly base?: JsonObject; readonly head?: JsonObject },
): string {
  const { rule, direction, before, after } = finding;
  const identity = [rule, direction ?? "", locate(finding, documents), optional(before), optional(after)];
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12);
}

function locate(
  { pointer, side, operations }: Identity,
  documents: { base?: JsonObject; head?: JsonObject },
) {
  // What is nowhere in the documents, such as an exported name, is where its operations are.
  if (pointer === "" || pointer === "#") return [...operations].sort();
  return stableLocation(documents[side] ?? {}, pointer);
}

/** A list, so that no value is told from null. */
function optional(value: JsonValue | undefined): readonly JsonValue[] {
  return value === undefined ? [] : [inOrder(value)];
}

/** The same value whichever way its keys, and lists such as `enum` and `required`, were ordered. */
function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.some((item) => typeof item === "object" && item !== null) ? items : items.sort(byText);
  }
  if (!isJsonObject(value)) return value;
  const members = Object.keys(value)
    .sort()
    .map((key) => [key, inOrder(value[key] ?? null)]);
  return Object.fromEntries(members);
}

function byText(one: JsonValue, other: JsonValue): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
