import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { toPascalCase } from "./identifiers.ts";

/**
 * The same document with every schema that is referred to elsewhere than by its name among the component schemas moved
 * there: a type can name a component, but not what lies behind an optional body or within another schema.
 */
export function hoistSchemas(document: JsonObject): JsonObject {
  const hoisted = new Map<string, { readonly name: string; readonly schema: JsonValue }>();
  const taken = new Set(Object.keys(schemasOf(document)));
  const hoist = (pointer: string): string => {
    const known = hoisted.get(pointer);
    if (known !== undefined) return `#/components/schemas/${known.name}`;
    const wanted = namePlace(pointer);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
    taken.add(name);
    // Noted before it is walked: a schema may refer to itself.
    hoisted.set(pointer, { name, schema: {} });
    hoisted.set(pointer, { name, schema: walk(resolvePointer(document, pointer) ?? {}) });
    return `#/components/schemas/${name}`;
  };
  const walk = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const unnamed = key === "$ref" && typeof member === "string" && isUnnamedSchema(member);
        return [key, unnamed ? hoist(member) : walk(member)];
      }),
    );
  };
  const walked = walk(document);
  if (hoisted.size === 0 || !isJsonObject(walked)) return document;
  const components = isJsonObject(walked["components"]) ? walked["components"] : {};
  const own = [...hoisted.values()].map(({ name, schema }) => [name, schema]);
  const schemas = { ...schemasOf(walked), ...Object.fromEntries(own) };
  return { ...walked, components: { ...components, schemas } };
}

/** Whether a reference leads to a schema that has no name of its own. */
function isUnnamedSchema(reference: string): boolean {
  return (
    /^#\/(paths|webhooks)\/.*\/schema(\/|$)/.test(reference) ||
    /^#\/components\/(?!schemas\/)[^/]+\/[^/]+\/(.*\/)?schema(\/|$)/.test(reference) ||
    /^#\/components\/schemas\/[^/]+\/./.test(reference)
  );
}

/** Words of a pointer that say where something lies and not what it is. */
const structure =
  /^(components|schemas|parameters|headers|responses|requestBodies|requestBody|callbacks|pathItems|paths|webhooks|properties|content|schema|items|allOf|anyOf|oneOf|\$defs|\d)$/;

/** `#/components/schemas/User/properties/address` → `UserAddress`. */
function namePlace(pointer: string): string {
  const [, ...words] = pointer.split("/");
  const telling = words.filter((word, index) => words[index - 1] !== "content" && !structure.test(word));
  const name = toPascalCase(telling.map(decode).join(" "));
  return telling.length === 0 ? "Inline" : name;
}

function decode(word: string): string {
  return word.replaceAll(/%[0-9a-f]{2}|~[01]/gi, " ");
}

function schemasOf(document: JsonObject): JsonObject {
  const { components } = document;
  const schemas = isJsonObject(components) ? components["schemas"] : undefined;
  return isJsonObject(schemas) ? schemas : {};
}
