import {
  type Encoding,
  followReference,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  type MediaType,
} from "@specmill/spec";
import type { Comparison } from "../change.ts";
import type { Body } from "./compare-content.ts";
import { compareHeaders } from "./compare-headers.ts";
import { compareProse } from "./compare-prose.ts";
import { compareLosses, type Difference, differ, type Exchange } from "./difference.ts";
import { normalizeMediaType } from "./match-media-types.ts";

/** How the properties of a form travel (OpenAPI 3.1, section 4.8.15), with what is so by default spelt out. */
export function compareEncodings(
  exchange: Exchange,
  body: Body,
  base: MediaType,
  head: MediaType,
): readonly Difference[] {
  const names = new Set([...Object.keys(base.encoding ?? {}), ...Object.keys(head.encoding ?? {})]);
  return [...names].sort().flatMap((name) => {
    const { documents } = exchange;
    const schemas = [readProperty(documents.base, base, name), readProperty(documents.head, head, name)];
    const isLoose = schemas.some((schema) => schema !== undefined && mayBeCompound(schema));
    const before = readEncoding(documents.base, base, name, isLoose);
    const after = readEncoding(documents.head, head, name, isLoose);
    // What is new or gone altogether is told by the schema.
    if (before === undefined || after === undefined) return [];
    return compareEncoding(exchange, body, name, before, after);
  });
}

interface ReadEncoding {
  readonly encoding: Encoding | undefined;
  readonly pointer: string;
  /** What of a part may come, normalised; undefined where the schema is too rich to tell. */
  readonly types: readonly string[] | undefined;
  readonly style: string;
}

function compareEncoding(
  exchange: Exchange,
  { message, direction, subject }: Body,
  name: string,
  base: ReadEncoding,
  head: ReadEncoding,
): readonly Difference[] {
  const property = `property \`${name}\` of ${subject}`;
  const facts = { rule: `${message}-encoding`, direction, base: base.pointer, head: head.pointer } as const;
  const types = compareTypes(base, head);
  const say = (list: readonly string[] | undefined) =>
    `\`${(list ?? ["what its schema tells"]).join(", ")}\``;
  return [
    ...(types === "equal"
      ? []
      : [
          differ(exchange, {
            ...facts,
            comparison: types,
            source: "note",
            message: `The ${property} travels as ${say(head.types)} now; it was ${say(base.types)}.`,
            before: base.types,
            after: head.types,
          }),
        ]),
    ...(base.style === head.style
      ? []
      : [
          differ(exchange, {
            ...facts,
            comparison: "different",
            source: "note",
            message: `The ${property} is written with ${head.style} now; it was with ${base.style}.`,
            before: base.style,
            after: head.style,
          }),
        ]),
    ...compareHeaders(
      { ...exchange, isTyped: false },
      {
        direction,
        subject: property,
        rules: { added: facts.rule, removed: facts.rule, required: facts.rule },
      },
      { pointer: base.pointer, headers: base.encoding?.headers ?? [] },
      { pointer: head.pointer, headers: head.encoding?.headers ?? [] },
    ),
    ...compareProse(
      exchange,
      `the ${property}`,
      { told: base.encoding, pointer: base.pointer },
      { told: head.encoding, pointer: head.pointer },
    ),
  ];
}

function compareTypes({ types: base }: ReadEncoding, { types: head }: ReadEncoding): Comparison {
  if (base === undefined || head === undefined) return base === head ? "equal" : "different";
  return compareLosses(
    base.some((type) => !head.includes(type)),
    head.some((type) => !base.includes(type)),
  );
}

function readEncoding(
  document: JsonObject,
  mediaType: MediaType,
  name: string,
  isLoose: boolean,
): ReadEncoding | undefined {
  const encoding = mediaType.encoding?.[name];
  const schema = readProperty(document, mediaType, name);
  if (encoding === undefined && schema === undefined) return undefined;
  const types = encoding?.contentType?.split(",").map(normalizeMediaType).sort();
  const style = encoding?.style ?? "form";
  return {
    encoding,
    pointer: encoding === undefined ? mediaType.pointer : joinPointer(mediaType.pointer, "encoding", name),
    types: types ?? defaultTypes(document, schema),
    style: [
      `\`style: ${style}\``,
      ...(isLoose ? [`\`explode: ${encoding?.explode ?? style === "form"}\``] : []),
      ...(encoding?.allowReserved === true ? ["`allowReserved`"] : []),
    ].join(", "),
  };
}

function readProperty(document: JsonObject, { jsonSchema }: MediaType, name: string): JsonObject | undefined {
  const { properties } = joinParts(document, jsonSchema);
  return isJsonObject(properties) && Object.hasOwn(properties, name)
    ? joinParts(document, properties[name])
    : undefined;
}

function mayBeCompound({ type }: JsonObject): boolean {
  return type === undefined || [type].flat().some((one) => one === "array" || one === "object");
}

/** A schema with what the members of its `allOf` say, as far as that is one keyword each; properties come together. */
function joinParts(document: JsonObject, schema: JsonValue | undefined, depth = 0): JsonObject {
  const own = followReference(document, schema);
  const { allOf } = own;
  if (!Array.isArray(allOf) || depth >= deepest) return own;
  const parts = [...allOf.map((part: JsonValue) => joinParts(document, part, depth + 1)), own];
  const properties = parts.flatMap((part) => (isJsonObject(part["properties"]) ? [part["properties"]] : []));
  const joined: JsonObject = Object.assign({}, ...parts);
  return properties.length === 0 ? joined : { ...joined, properties: Object.assign({}, ...properties) };
}

/** Deeper than anyone nests, and an end to what refers to itself. */
const deepest = 20;

/** The media type of a part whose encoding names none (OpenAPI 3.1, section 4.8.15.1). */
function defaultTypes(document: JsonObject, schema: JsonObject | undefined): readonly string[] | undefined {
  const { type: said, format, contentEncoding, items } = schema ?? {};
  const type = Array.isArray(said) && said.length === 1 ? said[0] : said;
  if (type === "array") return defaultTypes(document, joinParts(document, items));
  if (type === "object") return ["application/json"];
  if (type === "string" && (format === "binary" || contentEncoding !== undefined))
    return ["application/octet-stream"];
  return typeof type === "string" ? ["text/plain"] : undefined;
}
