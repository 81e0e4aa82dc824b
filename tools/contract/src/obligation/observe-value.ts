import { type Direction, nameBranches, type Oracle } from "@specmill/oracle";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  resolvePointer,
  toUnicodePattern,
} from "@specmill/spec";
import { isOnBoundary } from "./is-on-boundary.ts";
import { constraintFact, propertyFact, valueFact } from "./list-schema-facts.ts";
import type { Fact } from "./obligation-id.ts";
import { isOfType, namedTypes } from "./schema-types.ts";
import { indexesOf, namesOf } from "./walk-schema.ts";

interface Meeting {
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly value: JsonValue;
}

/** A value, and the way from a schema to another that holds for it. */
type Part = readonly [value: JsonValue, ...keys: readonly string[]];

/**
 * What a value shows of the schema that allows it: which members are there, which values, branches and types, and, of
 * a request, which bounds it stands on. It shows facts that are no obligations, too.
 */
export function observeValue(
  oracle: Oracle,
  pointer: string,
  direction: Direction,
  value: JsonValue,
): readonly Fact[] {
  const facts: Fact[] = [];
  const seen = new Map<string, Set<JsonValue>>();
  const pending: Meeting[] = [];
  const meet = (place: string, schema: JsonValue | undefined, met: JsonValue): void => {
    const values = seen.get(place) ?? new Set();
    if (!isJsonObject(schema) || values.has(met)) return;
    seen.set(place, values.add(met));
    pending.push({ pointer: place, schema, value: met });
  };
  meet(pointer, resolvePointer(oracle.document, pointer), value);
  for (let meeting = pending.pop(); meeting !== undefined; meeting = pending.pop()) {
    const { schema } = meeting;
    const { $ref: reference } = schema;
    if (typeof reference === "string")
      meet(reference, resolvePointer(oracle.document, reference), meeting.value);
    // OpenAPI 3.0 has whatever stands beside a reference ignored.
    if (typeof reference === "string" && oracle.version === "3.0") continue;
    const branches = ["oneOf", "anyOf"].flatMap((keyword) =>
      takenBranches(oracle, meeting, direction, keyword),
    );
    facts.push(
      ...observeProperties(meeting, direction),
      ...observePlain(meeting, direction),
      ...branches.map(([, ...keys]) => valueFact(meeting.pointer, direction, keys, "taken")),
    );
    const parts = [
      ...branches,
      ...listSame(oracle, meeting, direction),
      ...listInner(oracle, meeting, direction),
    ];
    for (const [part, ...keys] of parts)
      meet(joinPointer(meeting.pointer, ...keys), memberAt(schema, keys), part);
  }
  return facts;
}

function memberAt(schema: JsonObject, keys: readonly string[]): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>((current, key) => {
    if (Array.isArray(current)) return current[Number(key)];
    return isJsonObject(current) ? current[key] : undefined;
  }, schema);
}

function observeProperties({ pointer, schema, value }: Meeting, direction: Direction): readonly Fact[] {
  if (!isJsonObject(value)) return [];
  return namesOf(schema["properties"]).map((name) =>
    propertyFact(pointer, direction, name, Object.hasOwn(value, name) ? "present" : "absent"),
  );
}

function observePlain({ pointer, schema, value }: Meeting, direction: Direction): readonly Fact[] {
  return [
    ...["const", "enum"]
      .filter((keyword) => keyword in schema)
      .map((keyword) => valueFact(pointer, direction, [keyword], JSON.stringify(value))),
    ...(Array.isArray(schema["type"]) ? namedTypes(schema) : [])
      .filter((type) => isOfType(value, type))
      .map((type) => valueFact(pointer, direction, ["type"], type)),
    ...(value === null ? [valueFact(pointer, direction, ["nullable"], "null")] : []),
    ...(direction === "request" ? Object.keys(schema) : [])
      .filter((keyword) => isOnBoundary(keyword, schema, value))
      .map((keyword) => constraintFact(pointer, keyword, "inside")),
  ];
}

/** The branches of a choice that allow a value. */
function takenBranches(
  oracle: Oracle,
  { pointer, schema, value }: Meeting,
  direction: Direction,
  keyword: string,
): readonly Part[] {
  const names = keyword in schema ? nameBranches(schema) : undefined;
  const named = isJsonObject(value) && names?.keyword === keyword ? value[names.propertyName] : undefined;
  return indexesOf(schema[keyword])
    .filter((index) => {
      const isNamed = names?.keyword !== keyword || names.values[Number(index)]?.includes(String(named));
      return isNamed === true && oracle.allows(joinPointer(pointer, keyword, index), direction, value);
    })
    .map((index) => [value, keyword, index]);
}

/** The schemas that hold for the same value in any case. */
function listSame(
  oracle: Oracle,
  { pointer, schema, value }: Meeting,
  direction: Direction,
): readonly Part[] {
  const isMet = "if" in schema && oracle.allows(joinPointer(pointer, "if"), direction, value);
  return [
    ...indexesOf(schema["allOf"]).map((index): Part => [value, "allOf", index]),
    ...("if" in schema ? [[value, isMet ? "then" : "else"] as const] : []),
    ...namesOf(schema["dependentSchemas"])
      .filter((name) => isJsonObject(value) && Object.hasOwn(value, name))
      .map((name): Part => [value, "dependentSchemas", name]),
  ];
}

/** The schemas that hold for the members and items of a value. */
function listInner(oracle: Oracle, meeting: Meeting, direction: Direction): readonly Part[] {
  const { schema, value } = meeting;
  if (Array.isArray(value))
    return value.flatMap((item, index) => listItem(oracle, meeting, direction, item, index));
  if (!isJsonObject(value)) return [];
  const patterns = namesOf(schema["patternProperties"]);
  return Object.entries(value).flatMap(([name, member]): readonly Part[] => {
    const isOwn = isJsonObject(schema["properties"]) && Object.hasOwn(schema["properties"], name);
    const matched = patterns.filter((pattern) => matches(pattern, name));
    const isExtra = !isOwn && matched.length === 0;
    const isUnknown =
      isExtra && "unevaluatedProperties" in schema && !isNamedBelow(oracle.document, schema, name);
    return [
      ...(isOwn ? [[member, "properties", name] as const] : []),
      ...matched.map((pattern) => [member, "patternProperties", pattern] as const),
      ...(isExtra ? [[member, "additionalProperties"] as const] : []),
      ...(isUnknown ? [[member, "unevaluatedProperties"] as const] : []),
      ...("propertyNames" in schema ? [[name, "propertyNames"] as const] : []),
    ];
  });
}

function listItem(
  oracle: Oracle,
  { pointer, schema }: Meeting,
  direction: Direction,
  item: JsonValue,
  index: number,
): readonly Part[] {
  const isInTuple = index < indexesOf(schema["prefixItems"]).length;
  const isContained =
    "contains" in schema && oracle.allows(joinPointer(pointer, "contains"), direction, item);
  return [
    isInTuple
      ? [item, "prefixItems", String(index)]
      : [item, "items" in schema ? "items" : "unevaluatedItems"],
    ...(isContained ? [[item, "contains"] as const] : []),
  ];
}

/** Whether something that a schema is composed of names a property, so that it is no unevaluated one. */
function isNamedBelow(document: JsonObject, schema: JsonObject, name: string, depth = 0): boolean {
  const { $ref: reference, properties, allOf, oneOf, anyOf } = schema;
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) return true;
  const lists = [allOf, oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const target = typeof reference === "string" ? [resolvePointer(document, reference)] : [];
  return (
    depth < 12 &&
    [...lists, ...target].some((part) => isJsonObject(part) && isNamedBelow(document, part, name, depth + 1))
  );
}

function matches(pattern: string, text: string): boolean {
  const readable = toUnicodePattern(pattern);
  return readable !== undefined && new RegExp(readable, "u").test(text);
}
