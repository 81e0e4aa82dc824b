import type { JsonValue } from "@specmill/spec";

const textFormats = new Set(
  "date time date-time iso-time iso-date-time duration uri uri-reference uri-template url email hostname ipv4 ipv6 regex uuid json-pointer json-pointer-uri-fragment relative-json-pointer byte".split(
    " ",
  ),
);

/** Which values a format refuses any of: texts, numbers, or none, as `password` and all that nobody knows. */
export function assertedOf(format: JsonValue | undefined): "text" | "number" | "nothing" {
  if (format === "int32" || format === "int64") return "number";
  return typeof format === "string" && textFormats.has(format) ? "text" : "nothing";
}

/** Whether a format refuses any value. */
export function isAsserted(format: JsonValue | undefined): boolean {
  return assertedOf(format) !== "nothing";
}
