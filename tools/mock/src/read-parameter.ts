import type { JsonObject, JsonValue, Parameter } from "@specmill/spec";
import { readDeepObject } from "./read-deep-object.ts";
import { readList, readMembers, readText } from "./read-text.ts";
import { type Facets, facetsOf, isOpen, memberNames, memberOf, typesOf } from "./schema-facets.ts";

/** A name and a value as they stand in a query, a form or `Cookie`, not decoded. */
export type RawPair = readonly [name: string, value: string];

export type Reading =
  | { readonly kind: "absent" }
  /** What the text may stand for, the most likely first. */
  | { readonly kind: "read"; readonly values: readonly JsonValue[] }
  | { readonly kind: "malformed"; readonly code: string; readonly message: string };

/** How texts are decoded: a query and a form have `+` for a space, a header is not encoded at all. */
export type Decode = (text: string) => string;

/**
 * Reads a parameter that stands among others: in a query, in a form or in `Cookie`.
 *
 * @param taken - the names of the other parameters there
 */
export function readPairs(
  parameter: Pick<Parameter, "name" | "style" | "explode" | "schema" | "mediaType">,
  pairs: readonly RawPair[],
  taken: ReadonlySet<string>,
  document: JsonObject,
  decode: Decode,
): Reading {
  const { name, style, explode, schema, mediaType } = parameter;
  const raw = pairs.filter(([given]) => decode(given) === name).map(([, value]) => value);
  const facets = facetsOf(document, schema);
  const types = typesOf(facets);
  if (mediaType !== undefined) return readContent(raw, mediaType, decode);
  if (style === "deepObject") return readDeepObject(name, pairs, facets, document, decode);
  if (types.has("object") && style === "form" && explode) {
    const members = pairs
      .map(([given, value]) => [decode(given), value] as const)
      .filter(([given]) => memberNames(facets).includes(given) || (isOpen(facets) && !taken.has(given)));
    if (members.length > 0) return readExploded(members, facets, document, decode);
  }
  if (raw.length === 0) return { kind: "absent" };
  if (types.has("array") && (explode || raw.length === 1)) {
    const lists =
      explode && raw.length > 1 ? [raw.map(decode)] : splits(raw[0] ?? "", style, explode, decode);
    const listed = lists.flatMap((texts) => bothWays((plain) => readList(texts, facets, document, plain)));
    // What may be a single value besides is tried as one last.
    const single = types.size > 1 && raw.length === 1 ? readScalar(decode(raw[0] ?? ""), facets) : [];
    return { kind: "read", values: [...listed, ...single] };
  }
  if (raw.length > 1) return duplicate;
  const text = raw[0] ?? "";
  if (types.has("object")) return readFlat(splits(text, style, false, decode), facets, document);
  return { kind: "read", values: readScalar(decode(text), facets) };
}

/**
 * Reads a parameter that has a place of its own: in a path or a header.
 *
 * @param text - not decoded; of a header all its values, divided by commas
 */
export function readSingle(
  {
    name,
    style,
    explode,
    schema,
    mediaType,
  }: Pick<Parameter, "name" | "style" | "explode" | "schema" | "mediaType">,
  text: string,
  document: JsonObject,
  decode: Decode,
): Reading {
  if (mediaType !== undefined) return readContent([text], mediaType, decode);
  const facets = facetsOf(document, schema);
  const types = typesOf(facets);
  const bare = style === "label" ? text.replace(/^\.|^%2E/i, "") : text;
  if (style === "matrix") return readMatrix(name, explode, text, facets, document, decode);
  if (types.has("array")) {
    const lists =
      style === "label" ? labelSplits(bare, explode, decode) : splits(bare, "form", false, decode);
    return {
      kind: "read",
      values: lists.flatMap((texts) => bothWays((plain) => readList(texts, facets, document, plain))),
    };
  }
  if (types.has("object")) {
    const lists =
      style === "label" ? labelSplits(bare, explode, decode) : splits(bare, "form", false, decode);
    return explode ? readAssigned(lists, facets, document) : readFlat(lists, facets, document);
  }
  return { kind: "read", values: readScalar(decode(bare), facets) };
}

export const duplicate: Reading = {
  kind: "malformed",
  code: "duplicate",
  message: "is given more than once and is no list",
};

function readScalar(text: string, facets: Facets): readonly JsonValue[] {
  return bothWays((plain) => readText(text, facets, plain));
}

/** A text that could be a number or a text is tried as both. */
function bothWays(read: (plain: boolean) => JsonValue): readonly JsonValue[] {
  const [typed, plain] = [read(false), read(true)];
  return JSON.stringify(typed) === JSON.stringify(plain) ? [typed] : [typed, plain];
}

function readContent(raw: readonly string[], mediaType: string, decode: Decode): Reading {
  const [text] = raw;
  if (text === undefined) return { kind: "absent" };
  if (raw.length > 1) return duplicate;
  if (!/^application\/(?:.+\+)?json\b/i.test(mediaType)) return { kind: "read", values: [decode(text)] };
  try {
    const value: JsonValue = JSON.parse(decode(text));
    return { kind: "read", values: [value] };
  } catch {
    return { kind: "malformed", code: "content", message: `is not ${mediaType}` };
  }
}

const separators: Readonly<Record<string, RegExp>> = {
  form: /,/,
  simple: /,/,
  pipeDelimited: /\||%7C/i,
  spaceDelimited: /\+|%20| /,
};

/** A text divided by a style's separator before it is decoded, as it should be, and after, as many clients need it. */
function splits(text: string, style: string, whole: boolean, decode: Decode): readonly (readonly string[])[] {
  if (whole) return [[decode(text)]];
  const separator = separators[style] ?? /,/;
  const strict = text.split(separator).map((part) => decode(part.trim()));
  const lenient = decode(text).split(separator);
  return strict.length === lenient.length ? [strict] : [strict, lenient];
}

function labelSplits(text: string, explode: boolean, decode: Decode): readonly (readonly string[])[] {
  // OpenAPI 3.0 divides by dots what later versions and RFC 6570 divide by commas.
  const dots = text.split(".").map(decode);
  return explode ? [dots] : [text.split(",").map(decode), dots];
}

function readMatrix(
  name: string,
  explode: boolean,
  text: string,
  facets: Facets,
  document: JsonObject,
  decode: Decode,
): Reading {
  // A separator that is encoded belongs to a value, but where clients encode the whole.
  const isWritten = text.startsWith(";");
  const raw = (isWritten ? text : decode(text)).split(";").slice(1).map(pairOf);
  const plainly = (part: string) => (isWritten ? decode(part) : part);
  const assigned = raw.map(([given, value]): RawPair => [plainly(given), plainly(value)]);
  const own = raw.filter(([given]) => plainly(given) === name).map(([, value]) => value);
  const types = typesOf(facets);
  const divided = (value = "") => splits(value, "form", false, plainly);
  if (types.has("array")) {
    const lists = explode ? [own.map(plainly)] : divided(own[0]);
    return {
      kind: "read",
      values: lists.flatMap((texts) => bothWays((plain) => readList(texts, facets, document, plain))),
    };
  }
  if (types.has("object")) {
    if (!explode) return readFlat(divided(own[0]), facets, document);
    return { kind: "read", values: bothWays((plain) => readMembers(assigned, facets, document, plain)) };
  }
  return own.length > 1 ? duplicate : { kind: "read", values: readScalar(plainly(own[0] ?? ""), facets) };
}

/** An object written as `name,value,name,value`. */
function readFlat(lists: readonly (readonly string[])[], facets: Facets, document: JsonObject): Reading {
  const even = lists.filter((texts) => texts.length % 2 === 0);
  if (even.length === 0) {
    return { kind: "malformed", code: "style", message: "is no list of names, each with a value" };
  }
  const values = even.flatMap((texts) => {
    const members = texts.flatMap((text, index): RawPair[] =>
      index % 2 === 0 ? [[text, texts[index + 1] ?? ""]] : [],
    );
    return bothWays((plain) => readMembers(members, facets, document, plain));
  });
  return { kind: "read", values };
}

/** An object written as `name=value,name=value`. */
function readAssigned(lists: readonly (readonly string[])[], facets: Facets, document: JsonObject): Reading {
  const values = lists.flatMap((texts) =>
    bothWays((plain) => readMembers(texts.map(pairOf), facets, document, plain)),
  );
  return { kind: "read", values };
}

function readExploded(
  members: readonly RawPair[],
  facets: Facets,
  document: JsonObject,
  decode: Decode,
): Reading {
  const names = [...new Set(members.map(([name]) => name))];
  const read = (plain: boolean): JsonValue =>
    Object.fromEntries(
      names.map((name): [string, JsonValue] => {
        const texts = members.filter(([given]) => given === name).map(([, value]) => decode(value));
        const below = memberOf(document, facets, name);
        const isList = typesOf(below).has("array") || texts.length > 1;
        return [
          name,
          isList ? readList(texts, below, document, plain) : readText(texts[0] ?? "", below, plain),
        ];
      }),
    );
  return { kind: "read", values: bothWays(read) };
}

function pairOf(text: string): RawPair {
  const at = text.indexOf("=");
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
