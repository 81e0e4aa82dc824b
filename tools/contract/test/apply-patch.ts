import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { PatchOperation } from "../src/upstream/drift.ts";

/** Applies a JSON Patch as RFC 6902 has it, for the three operations there are; it shares no line with what makes one. */
export function applyPatch(document: JsonObject, patch: readonly PatchOperation[]): JsonObject {
  const copy: JsonObject = structuredClone(document);
  for (const operation of patch) {
    const keys = operation.path
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = keys.pop() ?? "";
    const holder = keys.reduce<unknown>((at, key) => member(at, key), copy);
    if (Array.isArray(holder)) changeList(holder, last, operation);
    else if (isJsonObject(holder)) changeObject(holder, last, operation);
    else throw new Error(`${operation.op} ${operation.path}: there is nothing to change`);
  }
  return copy;
}

function member(holder: unknown, key: string): unknown {
  if (Array.isArray(holder)) return holder[Number(key)];
  return isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function changeList(holder: JsonValue[], key: string, operation: PatchOperation): void {
  const index = key === "-" ? holder.length : Number(key);
  if (operation.op === "add") holder.splice(index, 0, operation.value);
  else if (index >= holder.length)
    throw new Error(`${operation.op} ${operation.path}: there is no such item`);
  else if (operation.op === "replace") holder[index] = operation.value;
  else holder.splice(index, 1);
}

function changeObject(holder: JsonObject, key: string, operation: PatchOperation): void {
  if (operation.op !== "add" && !Object.hasOwn(holder, key)) {
    throw new Error(`${operation.op} ${operation.path}: there is no such member`);
  }
  if (operation.op === "remove") Reflect.deleteProperty(holder, key);
  else Object.assign(holder, { [key]: operation.value });
}
