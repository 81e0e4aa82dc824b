import type { JsonObject, JsonValue } from "@specmill/spec";
import type { MakeWish, Wish } from "./break-wish.ts";

const strangers: Readonly<Record<string, readonly JsonValue[]>> = {
  string: [4711, true, [], {}],
  number: ["many", true, [], {}],
  integer: [1.5, "many", true, {}],
  boolean: ["yes", 1, {}],
  array: [{}, "a", 1],
  object: [[], "a", 1],
};

/** Values of types that a schema does not allow. */
export function breakType(
  { type, nullable, enum: listed, ...rest }: JsonObject,
  wish: MakeWish,
): readonly Wish[] {
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  const kinds = types.filter((name) => name !== "null");
  const keyword = types.length === 0 ? "enum" : "type";
  const isNullable =
    nullable === true || types.includes("null") || (types.length === 0 && listed === undefined);
  const strange = kinds.flatMap((name) => strangers[name] ?? []);
  const fractions = kinds.includes("integer") && !kinds.includes("number") ? [1.5] : [];
  const composed = ["allOf", "anyOf", "oneOf"].find((key) => key in rest);
  return [
    ...(strange.length === 0
      ? []
      : [
          wish(
            "type",
            "of another type",
            "type",
            strange.filter((value) => value !== 1.5),
          ),
        ]),
    ...(fractions.length === 0 ? [] : [wish("type-fraction", "a fraction", "type", fractions)]),
    ...(isNullable ? [] : [wish("type-null", "null", keyword, [null])]),
    ...(types.length === 0 && composed !== undefined ? [wish("type-null", "null", composed, [null])] : []),
  ];
}

/** Values that are none of those that a schema lists. */
export function breakChoice(schema: JsonObject, wish: MakeWish): readonly Wish[] {
  const { enum: listed, const: constant } = schema;
  const of = (value: JsonValue): readonly JsonValue[] => {
    if (typeof value === "string") return [`${value}X`, `${value}x`, swapCase(value), "specmill"];
    if (typeof value === "number") return [value + 1, value + 1000, -value - 1];
    return ["specmill", 4711];
  };
  const values = constant !== undefined ? [constant] : Array.isArray(listed) ? listed : [];
  const keyword = constant !== undefined ? "const" : "enum";
  const others = values.flatMap(of);
  const texts = values.filter((value) => typeof value === "string");
  return [
    ...(values.length === 0 ? [] : [wish(keyword, "a value that is not listed", keyword, others)]),
    ...(texts.length === 0
      ? []
      : [wish(`${keyword}-case`, "a value in another case", keyword, texts.map(swapCase))]),
    ...["oneOf", "anyOf"].flatMap((key) =>
      key in schema
        ? [wish(key, "none of the choices", key, [4711.5, true, "\u0000", [[[]]], {}, null])]
        : [],
    ),
    ...("not" in schema
      ? [wish("not", "what it must not be", "not", ["", "a", 0, 1, true, null, [], {}])]
      : []),
  ];
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
