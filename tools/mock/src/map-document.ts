import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";

/** What a part of a document is; a `$ref` is of the kind that stands in its place. */
export type PartKind =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "schema";

/** What is made of the parts of one kind; parts within it have been changed before. */
export type Visitors = {
  readonly [Kind in PartKind]?: (part: JsonObject, pointer: string) => JsonObject;
};

/** Whether a member is a part itself, or a list or an object of parts. */
type Shape = "one" | "list" | "map";

type Grammar = Readonly<Record<string, readonly [Shape, PartKind]>>;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function membersOf(shape: Shape, kind: PartKind, names: readonly string[]): Grammar {
  return Object.fromEntries(names.map((name) => [name, [shape, kind]]));
}

/** Where parts stand in each other (OpenAPI 3.1, section 4.8). Callbacks are not served and so not looked at. */
const grammars: Readonly<Record<PartKind, Grammar>> = {
  document: { paths: ["map", "pathItem"], components: ["one", "components"] },
  components: {
    schemas: ["map", "schema"],
    parameters: ["map", "parameter"],
    headers: ["map", "header"],
    requestBodies: ["map", "requestBody"],
    responses: ["map", "response"],
    pathItems: ["map", "pathItem"],
  },
  pathItem: { parameters: ["list", "parameter"], ...membersOf("one", "operation", methods) },
  operation: {
    parameters: ["list", "parameter"],
    requestBody: ["one", "requestBody"],
    responses: ["map", "response"],
  },
  parameter: { schema: ["one", "schema"], content: ["map", "mediaType"] },
  requestBody: { content: ["map", "mediaType"] },
  response: { headers: ["map", "header"], content: ["map", "mediaType"] },
  header: { schema: ["one", "schema"], content: ["map", "mediaType"] },
  mediaType: { schema: ["one", "schema"] },
  schema: {
    ...membersOf("one", "schema", ["not", "if", "then", "else", "propertyNames", "contains", "items"]),
    ...membersOf("one", "schema", ["additionalProperties", "unevaluatedItems", "unevaluatedProperties"]),
    ...membersOf("list", "schema", ["allOf", "anyOf", "oneOf", "prefixItems"]),
    ...membersOf("map", "schema", ["properties", "patternProperties", "dependentSchemas", "$defs"]),
  },
};

/** The same document, changed by `visitors`; the parts that they leave alone are the same objects as before. */
export function mapDocument(document: JsonObject, visitors: Visitors): JsonObject {
  return mapPart(document, "document", "#", visitors);
}

/** The same for a part of a document, which stands at `pointer`. */
export function mapPart(part: JsonObject, kind: PartKind, pointer: string, visitors: Visitors): JsonObject {
  const grammar = grammars[kind];
  let changed: Record<string, JsonValue> | undefined;
  for (const [key, member] of Object.entries(part)) {
    const rule = Object.hasOwn(grammar, key) ? grammar[key] : undefined;
    if (rule === undefined) continue;
    const [shape, below] = rule;
    const mapped = mapMember(member, shape, below, joinPointer(pointer, key), visitors);
    if (mapped === member) continue;
    changed ??= { ...part };
    changed[key] = mapped;
  }
  const mapped = changed ?? part;
  return visitors[kind]?.(mapped, pointer) ?? mapped;
}

function mapMember(
  member: JsonValue,
  shape: Shape,
  kind: PartKind,
  pointer: string,
  visitors: Visitors,
): JsonValue {
  if (Array.isArray(member)) {
    // Drafts before 2020-12 have lists of schemas where there is one schema now.
    const items: readonly JsonValue[] = member;
    const mapped = items.map((item, index) =>
      isJsonObject(item) ? mapPart(item, kind, joinPointer(pointer, String(index)), visitors) : item,
    );
    return mapped.every((item, index) => item === items[index]) ? member : mapped;
  }
  if (!isJsonObject(member)) return member;
  if (shape === "one") return mapPart(member, kind, pointer, visitors);
  let changed: Record<string, JsonValue> | undefined;
  for (const [name, part] of Object.entries(member)) {
    if (!isJsonObject(part)) continue;
    const mapped = mapPart(part, kind, joinPointer(pointer, name), visitors);
    if (mapped === part) continue;
    changed ??= { ...member };
    changed[name] = mapped;
  }
  return changed ?? member;
}
