import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { isAnnotation } from "./annotation-keywords.ts";
import type { Place } from "./shape.ts";

/** Follows the references of one document. */
export interface Follower {
  readonly document: JsonObject;
  readonly version: "3.0" | "3.1";
  /** What `$ref` or `$dynamicRef` of a schema leads to; undefined where it has none, or it leads nowhere. */
  readonly target: (schema: JsonObject) => Place | undefined;
  /** A schema that is nothing but a reference as the one that it leads to. */
  readonly follow: (place: Place) => Place;
}

/** @param document - a bundled document: references lead within it, by pointer or by anchor */
export function createFollower(document: JsonObject, version: "3.0" | "3.1"): Follower {
  let anchors: ReadonlyMap<string, string> | undefined;
  const find = (reference: string): string => {
    if (reference === "#" || reference.startsWith("#/") || !reference.startsWith("#")) return reference;
    anchors ??= findAnchors(document);
    return anchors.get(reference.slice(1)) ?? reference;
  };
  const target = (schema: JsonObject): Place | undefined => {
    const reference = schema["$ref"] ?? schema["$dynamicRef"];
    if (typeof reference !== "string") return undefined;
    const pointer = find(reference);
    const found = pointer.startsWith("#") ? resolvePointer(document, pointer) : undefined;
    return found === undefined ? undefined : { schema: found, pointer };
  };
  const follow = (place: Place): Place => {
    let current = place;
    for (let steps = 0; steps < 50; steps++) {
      const { schema } = current;
      if (!isJsonObject(schema) || !(version === "3.0" || hasReferenceAlone(schema))) return current;
      const next = target(schema);
      if (next === undefined) return current;
      current = next;
    }
    return place;
  };
  return { document, version, target, follow };
}

/** Whether a schema says nothing beside its reference. */
function hasReferenceAlone(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => key === "$ref" || key === "$dynamicRef" || isAnnotation(key));
}

/** Where the schemas stand that `$anchor` and `$dynamicAnchor` name; of several of one name the first. */
function findAnchors(document: JsonObject): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const visit = (value: JsonValue, pointer: string): void => {
    if (Array.isArray(value)) {
      for (const [index, member] of value.entries()) visit(member, joinPointer(pointer, String(index)));
      return;
    }
    if (!isJsonObject(value)) return;
    for (const name of [value["$anchor"], value["$dynamicAnchor"]])
      if (typeof name === "string" && !anchors.has(name)) anchors.set(name, pointer);
    for (const [key, member] of Object.entries(value)) visit(member, joinPointer(pointer, key));
  };
  visit(document, "#");
  return anchors;
}
