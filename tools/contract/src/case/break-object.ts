import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { MakeWish, Wish } from "./break-wish.ts";
import { removeAt, type ValuePath } from "./edit-value.ts";
import { extraName } from "./list-points.ts";

/** Objects with members that must be there left out, or with members that must not be there. */
export function breakObject(
  schema: JsonObject,
  current: JsonObject,
  path: ValuePath,
  whole: JsonValue,
  wish: MakeWish,
): readonly Wish[] {
  const {
    required,
    additionalProperties,
    unevaluatedProperties,
    dependentRequired,
    minProperties,
    maxProperties,
  } = schema;
  const without = (name: string) => [removeAt(whole, [...path, name])];
  const names = (list: JsonValue | undefined) =>
    (Array.isArray(list) ? list : []).filter(
      (name) => typeof name === "string" && Object.hasOwn(current, name),
    );
  const missing = names(required).map((name) => ({
    name: `required-${name}`,
    title: `an object without ${name}`,
    keyword: "required",
    candidates: without(name),
  }));
  const dependent = Object.entries(isJsonObject(dependentRequired) ? dependentRequired : {}).flatMap(
    ([name, needs]) =>
      Object.hasOwn(current, name)
        ? names(needs).map((need) => ({
            name: `dependentRequired-${name}-${need}`,
            title: `an object with ${name} and without ${need}`,
            keyword: "dependentRequired",
            candidates: without(need),
          }))
        : [],
  );
  const extra = { ...current, [extraName]: "text" };
  const grown = (count: number) =>
    Object.fromEntries([
      ...Object.entries(current),
      ...Array.from({ length: Math.max(0, count - Object.keys(current).length) }, (_, index) => [
        `${extraName}${index}`,
        Object.values(current)[0] ?? "text",
      ]),
    ]);
  return [
    ...missing,
    ...dependent,
    ...(additionalProperties === false
      ? [
          wish("additionalProperties", "a member that the document does not name", "additionalProperties", [
            extra,
          ]),
        ]
      : []),
    ...(unevaluatedProperties === false
      ? [
          wish("unevaluatedProperties", "a member that the document does not name", "unevaluatedProperties", [
            extra,
          ]),
        ]
      : []),
    ...(typeof minProperties === "number" && minProperties > 0
      ? [
          wish("minProperties", "an object with too few members", "minProperties", [
            Object.fromEntries(Object.entries(current).slice(0, minProperties - 1)),
          ]),
        ]
      : []),
    ...(typeof maxProperties === "number" && maxProperties < 10_000
      ? [
          wish("maxProperties", "an object with too many members", "maxProperties", [
            grown(maxProperties + 1),
          ]),
        ]
      : []),
    ...("propertyNames" in schema
      ? [
          wish(
            "propertyNames",
            "a member of a name that may not be",
            "propertyNames",
            ["", "!", "specmill extra", "0"].map((name) => ({
              ...current,
              [name]: Object.values(current)[0] ?? "text",
            })),
          ),
        ]
      : []),
  ];
}
