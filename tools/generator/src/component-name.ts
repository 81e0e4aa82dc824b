import type { JsonValue } from "@specmill/spec";

const prefix = "#/components/schemas/";

/** The component schema that a `$ref` names; undefined for anything else. */
export function componentName(reference: JsonValue | undefined): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith(prefix)) return undefined;
  const name = reference.slice(prefix.length);
  return name.includes("/") ? undefined : name.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The `$ref` of a component schema. */
export function componentReference(name: string): string {
  return prefix + name.replaceAll("~", "~0").replaceAll("/", "~1");
}
