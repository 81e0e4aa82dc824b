import type { Oracle } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { CaseKind } from "./contract-case.ts";
import { placeAt, removeAt, valueAt } from "./edit-value.ts";
import { listBoundaries } from "./list-boundaries.ts";
import type { Point } from "./list-points.ts";

/** A whole value that the document allows, and in what it differs from others. */
export interface Variant {
  readonly kind: Extract<CaseKind, "present" | "absent" | "value" | "boundary">;
  /** Unique at its place. */
  readonly name: string;
  /** What the place is, to follow "takes … " in a sentence. */
  readonly title: string;
  readonly value: JsonValue;
}

/**
 * All that a place may be: each value of an enum, each type, null, both ends of each range, there and not there.
 *
 * @param root - where the schema of the whole stands
 * @param minimal - a whole with as little in it as can be, to which a member is added to show it alone
 */
export function listVariants(
  oracle: Oracle,
  root: string,
  point: Point,
  minimal: JsonValue | undefined,
): readonly Variant[] {
  const { whole, path, schema, member } = point;
  const place = (kind: Variant["kind"], name: string, title: string, value: JsonValue): Variant => ({
    kind,
    name,
    title,
    value: placeAt(whole, path, value),
  });
  const variants = [
    ...(member === undefined || member.required
      ? []
      : [
          {
            kind: "present" as const,
            name: "present",
            title: "there",
            value: alone(oracle, root, point, minimal),
          },
          { kind: "absent" as const, name: "absent", title: "left out", value: removeAt(whole, path) },
        ]),
    ...listValues(schema).map((value) => place("value", JSON.stringify(value), JSON.stringify(value), value)),
    ...(mentionsNull(schema) ? [place("value", "null", "null", null)] : []),
    ...listTypes(schema).flatMap(([type, value]) => place("value", `type-${type}`, `of type ${type}`, value)),
    ...listBoundaries(oracle, point).map(({ name, title, value }) => place("boundary", name, title, value)),
  ];
  const seen = new Set<string>();
  return variants.filter(({ value, name, kind }) => {
    const text = kind === "present" ? kind : JSON.stringify(value);
    if (seen.has(text) || seen.has(` ${name}`) || !oracle.allows(root, "request", value)) return false;
    seen.add(text).add(` ${name}`);
    return true;
  });
}

/** A member by itself; among all the others where it needs one of them. */
function alone(
  oracle: Oracle,
  root: string,
  { whole, path }: Point,
  minimal: JsonValue | undefined,
): JsonValue {
  const part = valueAt(whole, path);
  if (minimal === undefined || part === undefined) return whole;
  if (!isJsonObject(valueAt(minimal, path.slice(0, -1)))) return whole;
  const value = placeAt(minimal, path, part);
  return oracle.allows(root, "request", value) ? value : whole;
}

function listValues(schema: JsonObject): readonly JsonValue[] {
  const { enum: listed, const: constant, type } = schema;
  if (constant !== undefined) return [constant];
  if (Array.isArray(listed)) return listed;
  const types = Array.isArray(type) ? type : [type];
  return types.includes("boolean") ? [true, false] : [];
}

function mentionsNull({ type, nullable, enum: listed }: JsonObject): boolean {
  if (Array.isArray(listed) && listed.includes(null)) return true;
  return nullable === true || type === "null" || (Array.isArray(type) && type.includes("null"));
}

const typical: Readonly<Record<string, JsonValue>> = {
  string: "text",
  integer: 7,
  number: 1.5,
  array: ["text", "text"],
  object: {},
};

/** One value of each type where several are allowed; where nothing is said of the type, of each there is. */
function listTypes({
  type,
  enum: listed,
  const: constant,
  ...rest
}: JsonObject): readonly [string, JsonValue][] {
  if (listed !== undefined || constant !== undefined) return [];
  const isFree = type === undefined && !composing.some((key) => key in rest);
  const types = Array.isArray(type) ? type : isFree ? [...Object.keys(typical), "boolean", "null"] : [];
  return types.flatMap((name: JsonValue): [string, JsonValue][] => {
    if (name === "null" || name === "boolean") return isFree ? [[name, name === "null" ? null : true]] : [];
    const value = typical[String(name)];
    return value === undefined ? [] : [[String(name), value]];
  });
}

const composing = ["allOf", "anyOf", "oneOf", "$ref", "not", "properties", "items", "if"];
