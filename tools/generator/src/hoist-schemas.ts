import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/**
 * The same document with every schema that is referred to in the midst of a path moved to the components: a type can
 * name a component, but not what lies behind an optional body.
 */
export function hoistSchemas(document: JsonObject): JsonObject {
  const hoisted = new Map<string, { readonly name: string; readonly schema: JsonValue }>();
  const taken = new Set(Object.keys(schemasOf(document)));
  const hoist = (pointer: string): string => {
    const known = hoisted.get(pointer);
    if (known !== undefined) return `#/components/schemas/${known.name}`;
    let count = hoisted.size + 1;
    while (taken.has(`Inline${count}`)) count++;
    const name = `Inline${count}`;
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
        const inPath =
          key === "$ref" && typeof member === "string" && /^#\/paths\/.*\/schema(\/|$)/.test(member);
        return [key, inPath ? hoist(member) : walk(member)];
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

function schemasOf(document: JsonObject): JsonObject {
  const { components } = document;
  const schemas = isJsonObject(components) ? components["schemas"] : undefined;
  return isJsonObject(schemas) ? schemas : {};
}
