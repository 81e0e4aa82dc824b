import type { JsonObject, JsonValue } from "@specmill/spec";
import type { MakeWish, Wish } from "./break-wish.ts";
import { stepOf } from "./step-of.ts";

/** Numbers beyond the bounds of a schema. */
export function breakNumber(schema: JsonObject, wish: MakeWish): readonly Wish[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const step = stepOf(schema);
  const beyond = (name: string, limit: JsonValue | undefined, outwards: number): readonly Wish[] =>
    typeof limit === "number"
      ? [wish(name, `a number beyond ${name} ${limit}`, name, [limit + outwards])]
      : [];
  return [
    ...(exclusiveMinimum === true
      ? beyond("exclusiveMinimum", minimum, 0)
      : beyond("minimum", minimum, -step)),
    ...(exclusiveMaximum === true
      ? beyond("exclusiveMaximum", maximum, 0)
      : beyond("maximum", maximum, step)),
    ...(typeof exclusiveMinimum === "number" ? beyond("exclusiveMinimum", exclusiveMinimum, 0) : []),
    ...(typeof exclusiveMaximum === "number" ? beyond("exclusiveMaximum", exclusiveMaximum, 0) : []),
    ...(typeof multipleOf === "number"
      ? [wish("multipleOf", `no multiple of ${multipleOf}`, "multipleOf", [multipleOf * 1.5, multipleOf + 1])]
      : []),
    ...(format === "int32"
      ? [wish("format", "a number past int32", "format", [2 ** 31, -(2 ** 31) - 1])]
      : []),
  ];
}
