import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";

/** What a local JSON pointer such as `#/components/schemas/Profile` leads to. */
export function resolvePointer(document: JsonObject, pointer: string): JsonValue | undefined {
  const keys = pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((key) => key !== "");
  let value: JsonValue | undefined = document;
  for (const key of keys.map(unescapePointer)) {
    if (isJsonObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else if (Array.isArray(value)) value = value[Number(key)];
    else return undefined;
  }
  return value;
}

/**
 * The object that `value` is, or that its `$ref`s lead to; members beside a `$ref` win, as OpenAPI 3.1 has it for
 * `summary` and `description`. Empty where a reference leads nowhere or round in a circle.
 */
export function followReference(document: JsonObject, value: JsonValue | undefined): JsonObject {
  let siblings: JsonObject = {};
  let current = value;
  const seen = new Set<string>();
  while (isJsonObject(current) && typeof current["$ref"] === "string") {
    const { $ref, ...rest } = current;
    if (typeof $ref !== "string" || seen.has($ref)) return {};
    seen.add($ref);
    siblings = { ...rest, ...siblings };
    current = resolvePointer(document, $ref);
  }
  return isJsonObject(current) ? { ...current, ...siblings } : {};
}

/** Where a value stands: at `pointer`, or where its `$ref`s lead to; `pointer` itself where they lead nowhere. */
export function followPointer(document: JsonObject, pointer: string): string {
  const seen = new Set<string>();
  let current = pointer;
  for (;;) {
    const value = resolvePointer(document, current);
    const reference = isJsonObject(value) ? value["$ref"] : undefined;
    if (value === undefined || seen.has(current)) return pointer;
    if (typeof reference !== "string") return current;
    seen.add(current);
    current = reference;
  }
}

/** Appends keys to a JSON pointer. */
export function joinPointer(pointer: string, ...keys: readonly string[]): string {
  return [pointer, ...keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

function unescapePointer(key: string): string {
  return decodeURIComponentOrSame(key).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decodeURIComponentOrSame(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
