import { createHash } from "node:crypto";
import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import type { Finding } from "../finding.ts";
import { stableLocation } from "./stable-location.ts";

/** What of a finding makes it the one that it is. */
export type Identity = Pick<
  Finding,
  "rule" | "direction" | "operations" | "pointer" | "side" | "before" | "after" | "message"
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
  const identity = [
    rule,
    direction ?? "",
    locate(finding, documents),
    optional(before),
    optional(after),
    ...readContent(finding, documents),
  ];
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12);
}

/** What stands at the place, where no old and no new value say it: one approval is not to cover another change there. */
function readContent(
  { rule, pointer, before, after, message }: Identity,
  { base = {}, head = {} }: { base?: JsonObject; head?: JsonObject },
): readonly JsonValue[] {
  if (before !== undefined || after !== undefined || /-(added|removed|renamed)$/.test(rule)) return [];
  // What only the compiler says has no place in the documents.
  if (rule === "source-request" || rule === "source-response") return [message];
  if (pointer === "" || pointer === "#") return [];
  return [base, head].map((document) => inOrder(withoutWords(resolvePointer(document, pointer) ?? null)));
}

const words: ReadonlySet<string> = new Set([
  "title",
  "summary",
  "description",
  "$comment",
  "examples",
  "example",
]);

/** A schema without what it says to people. */
function withoutWords(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).filter(([name, member]) => !words.has(name) || isJsonObject(member));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutWords(member)]));
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
