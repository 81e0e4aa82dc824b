import type { JsonObject } from "@specmill/spec";

/** How far from a number the next one is that its schema allows, or a shorter way where any number is. */
export function stepOf({ multipleOf, type }: JsonObject): number {
  if (typeof multipleOf === "number") return multipleOf;
  const types = Array.isArray(type) ? type : [type];
  return types.includes("integer") && !types.includes("number") ? 1 : 0.5;
}
