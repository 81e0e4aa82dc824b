import { nameBranches, type Oracle, sampleValue } from "@specmill/oracle";
import {
  followPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  resolvePointer,
} from "@specmill/spec";
import { placeAt, type ValuePath, valueAt } from "./edit-value.ts";

/** A schema and a place in a value that it is about: where one thing can be changed at a time. */
export interface Point {
  /** Where the schema stands, references followed. */
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly path: ValuePath;
  /** `fields/0/value`, and `fields/0/value~2` in the second branch; empty for the whole value. */
  readonly label: string;
  /** A value that the document allows and that has this place. */
  readonly whole: JsonValue;
  /** Set where the place is a member of an object. */
  readonly member?: { readonly name: string; readonly required: boolean };
}

export interface PointList {
  readonly points: readonly Point[];
  /** Places that no value could be found for. */
  readonly unreached: readonly { readonly pointer: string; readonly message: string }[];
}

/** Beyond this many places of one value a document has its reasons to be tested in another way. */
const mostPoints = 400;

/**
 * Every place of what a request may carry, each schema once.
 *
 * @param pointer - where the schema of the whole stands
 * @param base - a value that it allows, with as much in it as can be
 */
export function listPoints(oracle: Oracle, pointer: string, base: JsonValue): PointList {
  const { document } = oracle;
  const points: Point[] = [];
  const unreached: { pointer: string; message: string }[] = [];
  const seen = new Set<string>();
  const isAllowed = (value: JsonValue) => oracle.allows(pointer, "request", value);

  const visit = (place: string, point: Omit<Point, "pointer" | "schema">): void => {
    const site = resolvePointer(document, place);
    const target = followPointer(document, place);
    if (oracle.version === "3.1" && narrowsReference(site)) emit(place, site, point);
    if (seen.has(target) || points.length >= mostPoints) return;
    const schema = resolvePointer(document, target);
    if (isJsonObject(schema) && !("$ref" in schema)) emit(target, schema, point);
  };

  const emit = (place: string, schema: JsonObject, point: Omit<Point, "pointer" | "schema">): void => {
    if (seen.has(place)) return;
    seen.add(place);
    points.push({ pointer: place, schema, ...point });
    for (const index of indexesOf(schema["allOf"])) {
      const { member: _, ...rest } = point;
      visit(joinPointer(place, "allOf", index), rest);
    }
    visitBranches(place, schema, point);
    visitMembers(place, schema, point);
    visitItems(place, schema, point);
  };

  const visitBranches = (
    place: string,
    schema: JsonObject,
    point: Omit<Point, "pointer" | "schema">,
  ): void => {
    for (const keyword of ["oneOf", "anyOf"]) {
      for (const index of indexesOf(schema[keyword])) {
        const branch = joinPointer(place, keyword, index);
        const whole = chooseBranch(branch, schema, Number(index), point);
        if (whole === undefined)
          unreached.push({ pointer: branch, message: "No allowed value was found for this branch." });
        else visit(branch, { path: point.path, whole, label: `${point.label}~${Number(index) + 1}` });
      }
    }
  };

  const chooseBranch = (
    branch: string,
    schema: JsonObject,
    index: number,
    { whole, path }: Pick<Point, "whole" | "path">,
  ): JsonValue | undefined => {
    const names = nameBranches(schema);
    const chosen = names === undefined ? {} : { [names.propertyName]: names.values[index]?.[0] ?? "" };
    const around = valueAt(whole, path);
    const samples = [undefined, 0, 1, 2].flatMap((seed): readonly JsonValue[] => {
      const sampled = sampleValue(oracle, branch, "request", seed === undefined ? {} : { seed });
      if (sampled.kind === "none") return [];
      const { value } = sampled;
      if (!isJsonObject(value)) return [value];
      return [{ ...value, ...chosen }, ...(isJsonObject(around) ? [{ ...around, ...value, ...chosen }] : [])];
    });
    return samples.map((value) => placeAt(whole, path, value)).find(isAllowed);
  };

  const visitMembers = (
    place: string,
    schema: JsonObject,
    { whole, path, label }: Omit<Point, "pointer" | "schema">,
  ): void => {
    if (!isJsonObject(valueAt(whole, path))) return;
    const { properties, required, additionalProperties, patternProperties } = schema;
    for (const [name, property] of Object.entries(isJsonObject(properties) ? properties : {})) {
      const pointer = joinPointer(place, "properties", name);
      const target = resolvePointer(document, followPointer(document, pointer));
      if (property === false || (isJsonObject(target) && target["readOnly"] === true)) continue;
      const member = { name, required: Array.isArray(required) && required.includes(name) };
      visitPart(pointer, { whole, path: [...path, name], label: joinLabel(label, name), member });
    }
    if (isJsonObject(additionalProperties)) {
      const pointer = joinPointer(place, "additionalProperties");
      visitPart(pointer, { whole, path: [...path, extraName], label: joinLabel(label, "*") });
    }
    for (const pattern of Object.keys(isJsonObject(patternProperties) ? patternProperties : {})) {
      const pointer = joinPointer(place, "patternProperties", pattern);
      const name = Object.keys(valueAt(whole, path) ?? {}).find((key) => matches(pattern, key));
      if (name !== undefined)
        visitPart(pointer, { whole, path: [...path, name], label: joinLabel(label, pattern) });
    }
  };

  const visitItems = (
    place: string,
    schema: JsonObject,
    { whole, path, label }: Omit<Point, "pointer" | "schema">,
  ): void => {
    if (!Array.isArray(valueAt(whole, path))) return;
    const tuple = indexesOf(schema["prefixItems"]);
    for (const index of tuple) {
      const pointer = joinPointer(place, "prefixItems", index);
      visitPart(pointer, { whole, path: [...path, Number(index)], label: joinLabel(label, index) });
    }
    if (!isJsonObject(schema["items"])) return;
    const index = tuple.length;
    visitPart(joinPointer(place, "items"), {
      whole,
      path: [...path, index],
      label: joinLabel(label, String(index)),
    });
  };

  /** Visits a part of a value, and puts one in where the value has none yet. */
  const visitPart = (pointer: string, point: Omit<Point, "pointer" | "schema">): void => {
    if (valueAt(point.whole, point.path) !== undefined) {
      visit(pointer, point);
      return;
    }
    const sampled = sampleValue(oracle, pointer, "request");
    const whole = sampled.kind === "none" ? undefined : placeAt(point.whole, point.path, sampled.value);
    if (whole !== undefined && isAllowed(whole)) visit(pointer, { ...point, whole });
    else unreached.push({ pointer, message: "No allowed value has this part." });
  };

  visit(pointer, { path: [], label: "", whole: base });
  return { points, unreached };
}

/** What may stand beside a reference and asks nothing of a value. */
const annotations = new Set([
  "$ref",
  "$comment",
  "title",
  "description",
  "default",
  "deprecated",
  "example",
  "examples",
  "readOnly",
  "writeOnly",
]);

function narrowsReference(site: JsonValue | undefined): site is JsonObject {
  if (!isJsonObject(site) || !("$ref" in site)) return false;
  return Object.keys(site).some((key) => !annotations.has(key) && !key.startsWith("x-"));
}

/** A name that no document has. */
export const extraName = "specmillExtra";

function joinLabel(label: string, name: string): string {
  return label === "" ? name : `${label}/${name}`;
}

function indexesOf(list: JsonValue | undefined): readonly string[] {
  return Array.isArray(list) ? list.map((_: JsonValue, index) => String(index)) : [];
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}
