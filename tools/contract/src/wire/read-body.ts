import type { JsonValue, MediaType } from "@specmill/spec";
import { readValue } from "./read-parameter.ts";
import { readPrimitive } from "./read-primitive.ts";
import { findDuplicateName } from "./wire-json.ts";
import { bodyFormat } from "./wire-media-type.ts";
import { readMultipart } from "./wire-multipart.ts";
import { itemPlaces, memberPlaces, type Reading, type SchemaPlace, typesAt } from "./wire-schema.ts";
import { type Pair, readPairs } from "./wire-target.ts";
import { formDecode, ownMember, parseJson } from "./wire-text.ts";
import { readStyle } from "./wire-value.ts";
import { hasStyle, toFieldParameter } from "./write-body.ts";

/** What a server makes of a body, and what it must complain of. */
export interface ReadBody {
  /** Absent where the body cannot be read. */
  readonly value?: JsonValue;
  readonly faults: readonly string[];
}

/** A member of a form as it was sent. */
interface Field {
  readonly name: string;
  readonly text: string;
}

/** What of a media type tells how to read its body. */
export type BodyDescription = Pick<MediaType, "type" | "pointer"> &
  Partial<Pick<MediaType, "encoding" | "jsonSchema">>;

/**
 * Reads a body by its media type and its schema.
 *
 * @param header - the `Content-Type` that came with it, which knows the boundary of parts
 */
export function readBody(
  reading: Reading,
  described: BodyDescription,
  body: string,
  header: string,
): ReadBody {
  const place = { schema: described.jsonSchema, pointer: schemaPointerOf(described) };
  switch (bodyFormat(header)) {
    case "json": {
      const value = parseJson(body);
      if (value === undefined) return { faults: ["The body is no JSON."] };
      const twice = findDuplicateName(body);
      return { value, faults: twice === undefined ? [] : [`The body names "${twice}" twice.`] };
    }
    case "form":
    case "multipart": {
      const form = readForm(body, header);
      if (form === undefined)
        return { faults: ["The body is no multipart body of the boundary that its header names."] };
      return { value: readFields(reading, described, place, form), faults: [] };
    }
    case "text":
      return { value: readPrimitive(reading, [place], body), faults: [] };
  }
}

/** What a form says: its fields, and where it is no multipart its pairs. */
export interface Form {
  readonly fields: readonly Field[];
  readonly pairs: readonly Pair[];
}

/** @returns undefined where a multipart body is none */
export function readForm(body: string, header: string): Form | undefined {
  if (bodyFormat(header) === "multipart") {
    const fields = readMultipart(body, header);
    return fields && { fields, pairs: [] };
  }
  const pairs = readPairs(body);
  return { pairs, fields: pairs.map(({ name, raw }) => ({ name, text: formDecode(raw) })) };
}

function schemaPointerOf({ pointer, jsonSchema }: BodyDescription): string | undefined {
  return jsonSchema === undefined ? undefined : `${pointer}/schema`;
}

function readFields(
  reading: Reading,
  { encoding = {} }: BodyDescription,
  place: SchemaPlace,
  { fields, pairs }: Form,
): JsonValue {
  const styled = Object.entries(encoding).flatMap(([name, how]) => {
    if (!hasStyle(how) || pairs.length === 0) return [];
    const [described = {}] = memberPlaces(reading, place, name);
    const types = typesAt(reading, described);
    const shape = types.has("array") ? "list" : types.has("object") ? "object" : "text";
    const parameter = toFieldParameter(name, how);
    const isMember = (key: string) => memberPlaces(reading, described, key).length > 0;
    const wire = readStyle(parameter, { kind: "pairs", pairs, isMember }, shape);
    return wire === undefined || wire.kind === "broken"
      ? []
      : [[name, readValue(reading, described, wire)] as const];
  });
  const done = new Set(styled.map(([name]) => name));
  const names = [...new Set(fields.map(({ name }) => name))].filter((name) => !done.has(name));
  const plain = names.map((name) => {
    const texts = fields.filter((field) => field.name === name).map(({ text }) => text);
    return [name, readField(reading, memberPlaces(reading, place, name), texts)] as const;
  });
  return Object.fromEntries([...styled, ...plain]);
}

/** Several fields of a name are a list; what is neither text, number, boolean nor null is JSON. */
function readField(reading: Reading, places: readonly SchemaPlace[], texts: readonly string[]): JsonValue {
  const [place = {}] = places;
  const types = typesAt(reading, place);
  const isOnlyList = types.has("array") && !types.has("string") && !types.has("object");
  const [only = "", ...others] = texts;
  if (others.length > 0 || isOnlyList) {
    return texts.map((text, index) => readMember(reading, itemPlaces(reading, place, index), text));
  }
  return readMember(reading, places, only);
}

function readMember(reading: Reading, places: readonly SchemaPlace[], text: string): JsonValue {
  const [place = {}] = places;
  const types = typesAt(reading, place);
  const json = types.has("string") ? undefined : parseJson(text);
  return typeof json === "object" && json !== null ? json : readPrimitive(reading, places, text);
}

/** The value of a member as a form would carry it, for those who compare. */
export function fieldTexts({ fields }: Form, name: string): readonly string[] {
  return fields.filter((field) => field.name === name).map(({ text }) => text);
}

export function isStyled({ encoding }: BodyDescription, name: string): boolean {
  return hasStyle(ownMember(encoding, name));
}
