import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { PatchOperation } from "./drift.ts";
import { keysOf } from "./drift-edit.ts";

/** The operations (RFC 6902) that make one document of another: what is new is added, what is gone removed, what differs replaced. */
export function diffDocuments(before: JsonObject, after: JsonObject): readonly PatchOperation[] {
  return diffObjects(before, after, "");
}

/** Whether an operation changes what stands at a place, or what is around it or in it. */
export function concerns({ path }: PatchOperation, pointer: string): boolean {
  const place = toPath(keysOf(pointer));
  const target = path.replace(/\/-$/, "");
  return place === target || place.startsWith(`${target}/`) || target.startsWith(`${place}/`);
}

function diffObjects(before: JsonObject, after: JsonObject, path: string): readonly PatchOperation[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): readonly PatchOperation[] => {
    const own = `${path}${toPath([name])}`;
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    const made = Object.hasOwn(after, name) ? after[name] : undefined;
    if (made === undefined) return [{ op: "remove", path: own }];
    if (old === undefined) return [{ op: "add", path: own, value: made }];
    return diffValues(old, made, own);
  });
}

function diffValues(before: JsonValue, after: JsonValue, path: string): readonly PatchOperation[] {
  if (before === after || isDeepStrictEqual(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) return diffObjects(before, after, path);
  if (!Array.isArray(before) || !Array.isArray(after)) return [{ op: "replace", path, value: after }];
  // A list that shrinks is given anew: indexes would shift under each other.
  if (after.length < before.length) return [{ op: "replace", path, value: after }];
  return after.flatMap((item: JsonValue, index): readonly PatchOperation[] => {
    const old: JsonValue | undefined = before[index];
    return old === undefined
      ? [{ op: "add", path: `${path}/-`, value: item }]
      : diffValues(old, item, `${path}/${index}`);
  });
}

function toPath(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
