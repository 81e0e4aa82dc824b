import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { componentName } from "./component-name.ts";

/** How a schema takes up another: as a part of itself, or as one of the things that it can be. */
type Kind = "part" | "choice";

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
}

/**
 * The same component schemas without the references that make one of them out of nothing but itself, such as those of
 * the heirs to a base that is a choice of its heirs. TypeScript has no type for such a thing, and no value is asked for
 * by it: where all heirs refer to the base, the base says nothing that they do not say.
 */
export function cutCycles(schemas: JsonObject): JsonObject {
  const withoutParts = cutKind(schemas, "part");
  return cutKind(withoutParts, "choice");
}

function cutKind(schemas: JsonObject, kind: Kind): JsonObject {
  const edges = Object.keys(schemas).flatMap((name) => edgesOf(name, schemas[name], "part"));
  const heads = new Map<string, Set<string>>();
  for (const { from, to } of edges) heads.set(from, (heads.get(from) ?? new Set()).add(to));
  const closing = edges.filter((edge) => edge.kind === kind && reaches(edge.to, edge.from, heads));
  if (closing.length === 0) return schemas;
  const isClosing = (from: string, to: string, how: Kind) =>
    how === kind && closing.some((edge) => edge.from === from && edge.to === to);
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      heads.has(name) ? (cut(schema, "part", (to, how) => isClosing(name, to, how)) ?? true) : schema,
    ]),
  );
}

function reaches(from: string, to: string, heads: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const pending = [from];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    pending.push(...(heads.get(name) ?? []));
  }
  return false;
}

function edgesOf(from: string, schema: JsonValue | undefined, kind: Kind): readonly Edge[] {
  if (!isJsonObject(schema)) return [];
  const to = componentName(schema["$ref"]);
  return [
    ...(to === undefined ? [] : [{ from, to, kind }]),
    ...listOf(schema, "allOf").flatMap((item) => edgesOf(from, item, "part")),
    ...listOf(schema, "anyOf").flatMap((item) => edgesOf(from, item, "choice")),
    ...listOf(schema, "oneOf").flatMap((item) => edgesOf(from, item, "choice")),
  ];
}

/** @returns undefined where nothing is left */
function cut(
  schema: JsonValue,
  kind: Kind,
  isClosing: (to: string, kind: Kind) => boolean,
): JsonValue | undefined {
  if (!isJsonObject(schema)) return schema;
  const to = componentName(schema["$ref"]);
  if (to !== undefined && isClosing(to, kind)) return undefined;
  const members = Object.entries(schema).flatMap(([key, value]): [string, JsonValue][] => {
    if (!Array.isArray(value)) return [[key, value]];
    if (key !== "allOf" && key !== "anyOf" && key !== "oneOf") return [[key, value]];
    const items = value.flatMap((item) => cut(item, key === "allOf" ? "part" : "choice", isClosing) ?? []);
    return items.length === 0 ? [] : [[key, items]];
  });
  return Object.fromEntries(members);
}

function listOf(schema: JsonObject, key: string): readonly JsonValue[] {
  const value = schema[key];
  return Array.isArray(value) ? value : [];
}
