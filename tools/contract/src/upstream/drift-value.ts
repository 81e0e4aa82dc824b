import type { Fault } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { composedOf, itemPlaces, memberPlaces, type SchemaPlace } from "../wire/wire-schema.ts";
import type { DriftFinding } from "./drift.ts";
import { type Described, tellProperty } from "./drift-described.ts";
import { explainFault } from "./drift-fault.ts";

/** How a value is not as its schema says, and what of it no schema tells of. */
export function findValueDrift(described: Described): readonly DriftFinding[] {
  const { context, direction, pointer, value } = described;
  if (context.oracle.explain(pointer, direction) !== undefined) return [];
  const faults = context.oracle.judge(pointer, direction, value);
  const place = { schema: { $ref: pointer }, pointer };
  return [
    ...faults.flatMap((fault) => explainFault(described, fault)),
    ...walk({ described, faults }, [place], value, ""),
  ];
}

interface Walk {
  readonly described: Described;
  readonly faults: readonly Fault[];
}

function walk(
  { described, faults }: Walk,
  places: readonly SchemaPlace[],
  value: JsonValue,
  at: string,
): readonly DriftFinding[] {
  const { reading } = described.context;
  if (places.length === 0) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue, index) => {
      const inner = unique(places.flatMap((place) => itemPlaces(reading, place, index)));
      return walk({ described, faults }, inner, item, joinPointer(at, String(index)));
    });
  }
  if (!isJsonObject(value)) return [];
  const composed = unique(places.flatMap((place) => composedOf(reading, place)));
  const isRefused = faults.some(
    (fault) => fault.at === at && /^(?:additional|unevaluated)Properties$/.test(fault.keyword),
  );
  return Object.entries(value).flatMap(([name, member]): readonly DriftFinding[] => {
    const inner = unique(places.flatMap((place) => memberPlaces(reading, place, name)));
    if (inner.length > 0) {
      for (const { pointer } of inner) if (pointer !== undefined) described.onSeen(pointer);
      return walk({ described, faults }, inner, member, joinPointer(at, name));
    }
    // The fault says as much.
    if (isRefused || !isClosed(composed)) return [];
    const holder = chooseHolder(described, composed, value);
    return holder === undefined ? [] : [tellProperty(described, holder, { name, value: member, at })];
  });
}

/** Whether the schemas name properties and say nothing of others: what else comes is not documented. */
function isClosed(composed: readonly SchemaPlace[]): boolean {
  const open = [
    "additionalProperties",
    "unevaluatedProperties",
    "patternProperties",
    "if",
    "dependentSchemas",
    "$dynamicRef",
  ];
  const schemas = composed.map(({ schema }) => schema).filter(isJsonObject);
  return (
    schemas.some(({ properties }) => isJsonObject(properties)) &&
    !schemas.some((schema) =>
      open.some((keyword) => schema[keyword] !== undefined && schema[keyword] !== false),
    )
  );
}

/** Where a new property would be described: in the most specific of the schemas that the object fits. */
function chooseHolder(
  { context: { oracle }, direction }: Described,
  composed: readonly SchemaPlace[],
  value: JsonObject,
): string | undefined {
  const holders = composed.flatMap(({ schema, pointer }) =>
    pointer !== undefined && isJsonObject(schema) && isJsonObject(schema["properties"]) ? [pointer] : [],
  );
  const fitting = holders.filter(
    (pointer) => oracle.explain(pointer, direction) === undefined && oracle.allows(pointer, direction, value),
  );
  return fitting.at(-1) ?? holders.at(-1);
}

function unique(places: readonly SchemaPlace[]): readonly SchemaPlace[] {
  return [...new Map(places.map((place) => [place.pointer, place])).values()];
}
