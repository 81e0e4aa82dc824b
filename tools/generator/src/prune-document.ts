import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { findStandIns, toReference } from "./stand-ins.ts";

/**
 * A document of nothing but `roots` and what they refer to, at the places where it stood: a type of a few schemas costs
 * what they reach and not what else the document has.
 *
 * @param document - bundled
 * @param roots - the members that the result has whole, such as `paths` with the operations that matter
 */
export function pruneDocument(document: JsonObject, roots: JsonObject): JsonObject {
  const components = resolvePointer(document, "#/components/schemas");
  const schemas = isJsonObject(components) ? components : {};
  const kept = new Map<string, JsonValue>();
  const pending: JsonValue[] = [roots];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    for (const reference of collectReferences(value, schemas)) {
      const holder = holderOf(reference);
      if (kept.has(holder)) continue;
      const held = resolvePointer(document, holder);
      if (held === undefined) continue;
      kept.set(holder, held);
      pending.push(held);
    }
  }
  const placed = [...kept, ...findStandIns(document, new Set(kept.keys()))];
  return assemble(
    roots,
    placed.map(([pointer, value]) => ({ keys: toKeys(pointer), value })),
  );
}

/** The whole thing that a reference leads to or into: a component, a path item, a webhook. */
function holderOf(reference: string): string {
  const words = reference.split("/");
  return words.slice(0, words[1] === "components" ? 4 : 3).join("/");
}

function collectReferences(value: JsonValue, schemas: JsonObject): readonly string[] {
  const found = new Set<string>();
  const walk = (member: JsonValue, isNamed: boolean): void => {
    if (Array.isArray(member)) {
      for (const item of member) walk(item, false);
      return;
    }
    if (!isJsonObject(member)) return;
    for (const [key, inner] of Object.entries(member)) {
      if (isNamed) walk(inner, false);
      else if (key === "$ref" && typeof inner === "string") found.add(inner);
      else if (key === "mapping" && isJsonObject(inner)) {
        for (const target of Object.values(inner)) found.add(toReference(target, schemas));
      } else if (!isData(key)) walk(inner, isHolder(key));
    }
  };
  walk(value, false);
  return [...found].filter((reference) => reference.startsWith("#/"));
}

/** Whether a member holds values and no schemas. */
function isData(key: string): boolean {
  return /^(example|examples|default|enum|const|x-.*)$/.test(key);
}

/** Whether the members of a member have names of the author's choice. */
function isHolder(key: string): boolean {
  return /^(properties|patternProperties|\$defs|definitions|dependentSchemas|paths|webhooks|callbacks|headers|content|responses|schemas|requestBodies|parameters|pathItems)$/.test(
    key,
  );
}

interface Placed {
  readonly keys: readonly string[];
  readonly value: JsonValue;
}

/** `owner` with each value at its place, whatever lies on the way. */
function assemble(owner: JsonObject, values: readonly Placed[]): JsonObject {
  const members = new Map<string, Placed[]>();
  for (const { keys, value } of values) {
    const [key = "", ...deeper] = keys;
    const known = members.get(key) ?? [];
    known.push({ keys: deeper, value });
    members.set(key, known);
  }
  const entries = [...members].map(([key, inner]): [string, JsonValue] => {
    const whole = inner.find(({ keys }) => keys.length === 0);
    const member = owner[key];
    return [key, whole?.value ?? assemble(isJsonObject(member) ? member : {}, inner)];
  });
  return { ...owner, ...Object.fromEntries(entries) };
}

function toKeys(pointer: string): readonly string[] {
  const [, ...words] = pointer.split("/");
  return words.map((word) => decode(word).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
