import { isJsonObject, type JsonValue } from "@specmill/spec";
import type { PatchOperation } from "./drift.ts";
import { keysOf } from "./drift-edit.ts";

/** A change as it would stand in a document of one file: the way to its place, and there what is new. */
export function writeYamlChange(operation: PatchOperation): string {
  const keys = keysOf(operation.path);
  const way = keys.map((key, depth) => `${"  ".repeat(depth)}${writeKey(key)}:`);
  const last = way.pop() ?? "";
  if (operation.op === "remove") return `${[...way, `${last} # to be removed`].join("\n")}\n`;
  const depth = keys.length - 1;
  if (keys.at(-1) === "-") {
    return `${[...way, `${"  ".repeat(depth)}- ${writeValue(operation.value, depth + 1).trimStart()}`].join("\n")}\n`;
  }
  return `${[...way, `${last}${writeValue(operation.value, depth + 1)}`].join("\n")}\n`;
}

/** What follows a key and its colon. */
function writeValue(value: JsonValue, depth: number): string {
  const indent = "  ".repeat(depth);
  if (Array.isArray(value) && value.every((item: JsonValue) => typeof item !== "object" || item === null)) {
    return ` [${value.map(writeScalar).join(", ")}]`;
  }
  if (Array.isArray(value)) {
    return value.map((item: JsonValue) => `\n${indent}- ${writeValue(item, depth + 1).trimStart()}`).join("");
  }
  if (!isJsonObject(value)) return ` ${writeScalar(value)}`;
  const members = Object.entries(value);
  if (members.length === 0) return " {}";
  return members
    .map(([key, member]) => `\n${indent}${writeKey(key)}:${writeValue(member, depth + 1)}`)
    .join("");
}

/** JSON is YAML: whatever is not a plain word is written as JSON. */
function writeScalar(value: JsonValue): string {
  return typeof value === "string" && isPlain(value) ? value : JSON.stringify(value);
}

function writeKey(key: string): string {
  return isPlain(key) || /^\/[\w/{}.-]*$/.test(key) ? key : JSON.stringify(key);
}

function isPlain(text: string): boolean {
  return /^[A-Za-z_$][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
}
