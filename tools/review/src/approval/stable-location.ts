import {
  followReference,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  resolvePointer,
} from "@specmill/spec";

/**
 * A place of a document under a name that stays when things elsewhere come, go or move: members of lists go by what
 * they are, such as the name of a parameter, and not by their index; parameters of a path by their position.
 *
 * @param pointer - JSON pointer (RFC 6901) into `document`; where it leads past a `$ref`, the place is the target's
 */
export function stableLocation(document: JsonObject, pointer: string): string {
  const keys = splitPointer(throughReferences(document, pointer));
  const names: string[] = [];
  let value: JsonValue | undefined = document;
  for (const [index, key] of keys.entries()) {
    if (Array.isArray(value)) names.push(nameItem(document, keys[index - 1] ?? "", value, Number(key)));
    else names.push(index === 1 && keys[0] === "paths" ? key.replace(/\{[^{}]*\}/g, "{}") : key);
    value = memberOf(value, key);
  }
  return joinKeys(names);
}

/** The same place by a pointer that leads past no `$ref`: every reference on the way is followed. */
export function throughReferences(document: JsonObject, pointer: string): string {
  let walked: string[] = [];
  let value: JsonValue | undefined = document;
  for (const key of splitPointer(pointer)) {
    const seen = new Set<string>();
    // A member beside a `$ref` is one of the referring object, and no way past it.
    while (isJsonObject(value) && typeof value["$ref"] === "string" && !Object.hasOwn(value, key)) {
      const target: string = value["$ref"];
      if (seen.has(target) || !target.startsWith("#")) break;
      seen.add(target);
      walked = [...splitPointer(target)];
      value = resolvePointer(document, target);
    }
    walked.push(key);
    value = memberOf(value, key);
  }
  return joinKeys(walked);
}

/** The keys that a JSON pointer names, with or without the `#` in front. */
export function splitPointer(pointer: string): readonly string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((key) => key !== "")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function joinKeys(keys: readonly string[]): string {
  return ["#", ...keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What an item of a list is called; the second of the same name has its number behind it. */
function nameItem(document: JsonObject, list: string, items: readonly JsonValue[], index: number): string {
  const name = describeItem(document, list, items[index]);
  if (name === undefined) return String(index);
  const earlier = items.slice(0, index).filter((item) => describeItem(document, list, item) === name);
  return earlier.length === 0 ? name : `${name} ${earlier.length + 1}`;
}

function describeItem(document: JsonObject, list: string, item: JsonValue | undefined): string | undefined {
  switch (list) {
    case "parameters": {
      const { in: place, name } = followReference(document, item);
      return `${String(place)} ${String(name)}`;
    }
    case "allOf":
    case "anyOf":
    case "oneOf":
      return isJsonObject(item) ? describeSchema(item) : String(item);
    case "security":
      return isJsonObject(item) ? Object.keys(item).sort().join(" and ") : undefined;
    case "servers":
      return isJsonObject(item) ? String(item["url"]) : undefined;
    case "tags":
      return isJsonObject(item) ? String(item["name"]) : String(item);
    case "enum":
    case "required":
    case "type":
      return JSON.stringify(item);
    default:
      // A place in a list such as `prefixItems` means something.
      return undefined;
  }
}

/** What tells a schema from its alternatives, and is the last thing to change about it. */
function describeSchema(schema: JsonObject): string {
  const { $ref, title, properties, type } = schema;
  if (typeof $ref === "string") return splitPointer($ref).at(-1) ?? "";
  if (typeof title === "string") return title;
  const marks = Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([name, property]) =>
    isJsonObject(property) && property["const"] !== undefined
      ? [`${name}=${JSON.stringify(property["const"])}`]
      : [],
  );
  return marks.length > 0 ? marks.sort().join(" ") : JSON.stringify(type ?? "schema");
}
