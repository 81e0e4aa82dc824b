import { type Api, isJsonObject, type JsonObject, type JsonValue, type Operation } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";
import { bodyFormat } from "../wire/wire-media-type.ts";
import { composedOf, createReading, type Reading, type SchemaPlace, typesAt } from "../wire/wire-schema.ts";
import { isList, parseJson } from "../wire/wire-text.ts";
import type { RequestFault } from "./client-request-faults.ts";

/** Every change to the body of a request that alters some body which the document allows. */
export function listBodyFaults(api: Api, { requestBody }: Operation): readonly RequestFault[] {
  const content = requestBody?.content ?? [];
  if (content.length === 0) return [];
  const [described] = content.filter(({ type }) => bodyFormat(type) === "json");
  const reading = createReading(api, () => true);
  return [
    {
      name: "body-dropped",
      fault: "body",
      change: "the body is not sent",
      transform: ({ body: _, ...request }) => request,
    },
    {
      name: "content-type-other",
      fault: "content-type",
      change: "content-type: application/x-other",
      transform: (request) =>
        request.body === undefined
          ? request
          : { ...request, headers: { ...request.headers, "content-type": "application/x-other" } },
    },
    ...(described === undefined ? [] : listJsonFaults(reading, { schema: described.jsonSchema })),
  ];
}

function listJsonFaults(reading: Reading, body: SchemaPlace): readonly RequestFault[] {
  const seen = listSchemas(reading, body);
  const some = (holds: (schema: JsonObject, place: SchemaPlace) => boolean) =>
    seen.some((place) => isJsonObject(place.schema) && holds(place.schema, place));
  const isOfType = (place: SchemaPlace, type: "null" | "array" | "number" | "integer") =>
    place.schema !== true && namesTypes(place.schema) && typesAt(reading, place).has(type);
  const whole = new Set(composedOf(reading, body).map(({ schema }) => schema));
  const isOnlyMember = ({ schema }: SchemaPlace) => !whole.has(schema);
  const edit = (name: string, change: string, isSeen: boolean, editValue: (value: JsonValue) => JsonValue) =>
    isSeen ? [toFault(name, change, editValue)] : [];
  const names = [...new Set(seen.flatMap((place) => sentProperties(reading, place).map(([name]) => name)))];
  const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const toCamel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [
    toFault("json-encoded-twice", "the body is JSON in JSON", (value) => JSON.stringify(value)),
    ...edit(
      "members-in-snake-case",
      "members are renamed",
      names.some((name) => toSnake(name) !== name),
      (value) => renameMembers(value, toSnake),
    ),
    ...edit(
      "members-in-camel-case",
      "members are renamed",
      names.some((name) => toCamel(name) !== name),
      (value) => renameMembers(value, toCamel),
    ),
    ...edit("first-member-dropped", "the first member is not sent", names.length > 0, dropFirstMember),
    ...edit(
      "null-members-dropped",
      "members that are null are not sent",
      some((_, place) => isOnlyMember(place) && isOfType(place, "null")),
      dropNullMembers,
    ),
    ...edit(
      "numbers-as-text",
      "numbers are sent as texts",
      some((_, place) => isOfType(place, "number") || isOfType(place, "integer")),
      (value) => mapLeaves(value, (leaf) => (typeof leaf === "number" ? String(leaf) : leaf)),
    ),
    ...edit(
      "dates-shifted",
      "dates are sent a day late",
      some(({ format }) => format === "date" || format === "date-time"),
      (value) => mapLeaves(value, shiftDate),
    ),
    ...edit(
      "lists-joined",
      "lists are sent as texts with commas",
      some((_, place) => isOfType(place, "array")),
      (value) => joinLists(value),
    ),
  ];
}

function toFault(name: string, change: string, edit: (value: JsonValue) => JsonValue): RequestFault {
  return {
    name,
    fault: "body",
    change,
    transform: (request: WireRequest) => {
      const isJson = bodyFormat(request.headers["content-type"] ?? "") === "json";
      const value = isJson ? parseJson(request.body ?? "") : undefined;
      return value === undefined ? request : { ...request, body: JSON.stringify(edit(value)) };
    },
  };
}

/** Every schema that a body is made of, at any depth; each object of the document once. */
function listSchemas(reading: Reading, body: SchemaPlace): readonly SchemaPlace[] {
  const found = new Map<JsonValue, SchemaPlace>();
  const pending = [body];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    for (const part of composedOf(reading, place)) {
      const { schema } = part;
      if (!isJsonObject(schema) || found.has(schema)) continue;
      found.set(schema, part);
      const { items, prefixItems, additionalProperties } = schema;
      const below = [
        ...sentProperties(reading, part).map(([, property]) => property),
        ...(isList(prefixItems) ? prefixItems : []),
        ...[items, additionalProperties].filter((one) => isJsonObject(one)),
      ];
      pending.push(...below.map((one) => ({ schema: one })));
    }
  }
  return [...found.values()];
}

/** The properties that a schema names itself, without those that only answers have. */
function sentProperties(
  reading: Reading,
  { schema }: SchemaPlace,
): readonly (readonly [string, JsonValue])[] {
  const properties = isJsonObject(schema) ? schema["properties"] : undefined;
  if (!isJsonObject(properties)) return [];
  const isReadOnly = (property: JsonValue) =>
    composedOf(reading, { schema: property }).some(
      (part) => isJsonObject(part.schema) && part.schema["readOnly"] === true,
    );
  return Object.entries(properties).filter(([, property]) => !isReadOnly(property));
}

/** Whether a schema says which types its values have; one that does not may never be given any of them. */
function namesTypes(schema: JsonValue | undefined): boolean {
  return isJsonObject(schema) && ("type" in schema || "nullable" in schema);
}

function mapLeaves(value: JsonValue, edit: (leaf: JsonValue) => JsonValue): JsonValue {
  if (isList(value)) return value.map((item) => mapLeaves(item, edit));
  if (!isJsonObject(value)) return edit(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapLeaves(member, edit)]));
}

function renameMembers(value: JsonValue, rename: (name: string) => string): JsonValue {
  if (isList(value)) return value.map((item) => renameMembers(item, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [rename(name), renameMembers(member, rename)]),
  );
}

function dropFirstMember(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(dropFirstMember);
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).slice(1)) : value;
}

function dropNullMembers(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(dropNullMembers);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, dropNullMembers(member)]));
}

function joinLists(value: JsonValue): JsonValue {
  if (isList(value))
    return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join(",");
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, joinLists(member)]));
}

/** A date of RFC 3339, with a time or without, a day later. */
function shiftDate(leaf: JsonValue): JsonValue {
  if (typeof leaf !== "string" || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(leaf)) return leaf;
  const day = new Date(`${leaf.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return leaf;
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10) + leaf.slice(10);
}
