import { isJsonObject, type MediaType } from "@specmill/spec";

/** Whether the schema of a media type tells what a caller gives or gets; otherwise it is text or bytes. */
export function isDescribed(type: string, direction: "request" | "response"): boolean {
  return /[/+]json\s*(;|$)/i.test(type) || (direction === "request" && /form/i.test(type));
}

/** Whether a body is an object, a list or a choice without a name, which then needs one. */
export function isInlineShape({ schema, jsonSchema }: MediaType): boolean {
  if (schema !== undefined || !isJsonObject(jsonSchema)) return false;
  const { type } = jsonSchema;
  const types = Array.isArray(type) ? type : [type];
  return types.includes("object") || types.includes("array") || shapes.some((key) => key in jsonSchema);
}

const shapes = ["properties", "additionalProperties", "items", "prefixItems", "allOf", "anyOf", "oneOf"];
