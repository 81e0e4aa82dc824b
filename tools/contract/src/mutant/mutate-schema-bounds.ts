import type { JsonObject, JsonValue } from "@specmill/spec";
import { withMembers } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { type SchemaChange, show } from "./mutate-schema.ts";

const counts = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

/** Changes of how much, how many and how long: by one each way, and without a bound. */
export function mutateBounds({ schema }: Place): readonly SchemaChange[] {
  const bounds = [...counts, ...limits, "multipleOf"].flatMap((keyword) => moveBound(schema, keyword));
  const { uniqueItems } = schema;
  const isArray = "items" in schema || "prefixItems" in schema;
  const flip: SchemaChange = {
    operator: "unique-items-flip",
    keys: uniqueItems === undefined ? [] : ["uniqueItems"],
    change: uniqueItems === true ? "items may repeat" : "items are unique",
    after: withMembers(schema, { uniqueItems: uniqueItems === true ? undefined : true }),
  };
  return [...bounds, ...(isArray || uniqueItems !== undefined ? [flip] : [])];
}

function moveBound(schema: JsonObject, keyword: string): readonly SchemaChange[] {
  const limit = schema[keyword];
  const make = (
    operator: "bound-tighten" | "bound-loosen" | "bound-drop",
    becomes: JsonValue | undefined,
  ): SchemaChange => ({
    operator,
    keys: [keyword],
    change: `${keyword} ${show(limit)} → ${show(becomes)}`,
    after: withMembers(schema, { [keyword]: becomes }),
  });
  // In OpenAPI 3.0 an exclusive bound is a flag beside the bound.
  if (typeof limit === "boolean") return [make(limit ? "bound-loosen" : "bound-tighten", !limit)];
  if (typeof limit !== "number") return [];
  if (keyword === "multipleOf") {
    return [make("bound-tighten", limit * 2), make("bound-loosen", limit / 2), make("bound-drop", undefined)];
  }
  const inward = keyword.startsWith("max") || keyword === "exclusiveMaximum" ? -1 : 1;
  const isPossible = (becomes: number) => becomes >= 0 || !counts.includes(keyword);
  return [
    ...(isPossible(limit + inward) ? [make("bound-tighten", limit + inward)] : []),
    ...(isPossible(limit - inward) ? [make("bound-loosen", limit - inward)] : []),
    make("bound-drop", undefined),
  ];
}
