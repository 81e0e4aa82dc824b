import type { JsonObject, JsonValue } from "@specmill/spec";
import type { Decode, RawPair, Reading } from "./read-parameter.ts";
import { readList, readText } from "./read-text.ts";
import { type Facets, itemsOf, memberOf, typesOf } from "./schema-facets.ts";

/** Reads `name[member]=value`, in as many levels as there are brackets (OpenAPI 3.1, section 4.8.12.4). */
export function readDeepObject(
  name: string,
  pairs: readonly RawPair[],
  facets: Facets,
  document: JsonObject,
  decode: Decode,
): Reading {
  const members = pairs.flatMap(([given, value]) => {
    const keys = keysOf(decode(given), name);
    return keys === undefined ? [] : [{ keys, text: decode(value) }];
  });
  if (members.length === 0) return { kind: "absent" };
  const [typed, plain] = [false, true].map((kept) => readLevel(members, facets, document, kept));
  return { kind: "read", values: [typed ?? null, plain ?? null] };
}

/** What is between the brackets after the name; undefined where the text is no such name. */
export function keysOf(given: string, name: string): readonly string[] | undefined {
  if (!given.startsWith(`${name}[`) || !given.endsWith("]")) return undefined;
  return given.slice(name.length + 1, -1).split("][");
}

interface Member {
  readonly keys: readonly string[];
  readonly text: string;
}

function readLevel(
  members: readonly Member[],
  facets: Facets,
  document: JsonObject,
  plain: boolean,
): JsonValue {
  const leaves = members.filter(({ keys }) => keys.length === 0 || (keys.length === 1 && keys[0] === ""));
  const isList = typesOf(facets).has("array");
  if (leaves.length === members.length) {
    const texts = leaves.map(({ text }) => text);
    if (isList || texts.length > 1) return readList(texts, facets, document, plain);
    return readText(texts[0] ?? "", facets, plain);
  }
  const names = [...new Set(members.map(({ keys: [first = ""] }) => first))];
  const below = (key: string, inside: Facets) =>
    readLevel(
      members
        .filter(({ keys: [first] }) => first === key)
        .map(({ keys: [, ...keys], text }) => ({ keys, text })),
      inside,
      document,
      plain,
    );
  if (isList && names.every((key) => /^\d+$/.test(key))) {
    return names.map((key) => below(key, itemsOf(document, facets)));
  }
  return Object.fromEntries(names.map((key) => [key, below(key, memberOf(document, facets, key))]));
}
