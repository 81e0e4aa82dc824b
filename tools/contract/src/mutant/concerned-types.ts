import type { JsonValue } from "@specmill/spec";
import type { ValueType } from "../obligation/schema-types.ts";
import { assertedOf } from "./is-asserted.ts";

const keywords: ReadonlyMap<string, readonly ValueType[]> = new Map(
  (
    [
      ["minLength maxLength pattern", ["string"]],
      ["minimum maximum exclusiveMinimum exclusiveMaximum multipleOf", ["integer", "number"]],
      [
        "minItems maxItems uniqueItems items prefixItems contains minContains maxContains unevaluatedItems",
        ["array"],
      ],
      [
        "required properties patternProperties additionalProperties minProperties maxProperties propertyNames dependentRequired dependentSchemas unevaluatedProperties",
        ["object"],
      ],
    ] as const
  ).flatMap(([words, types]) => words.split(" ").map((word) => [word, types])),
);

/** The types of which a keyword can refuse a value; undefined for one that looks at values of any type. */
export function concernedTypes(
  keyword: string,
  value: JsonValue | undefined,
): readonly ValueType[] | undefined {
  if (keyword !== "format") return keywords.get(keyword);
  switch (assertedOf(value)) {
    case "text":
      return ["string"];
    case "number":
      return ["integer", "number"];
    case "nothing":
      return [];
  }
}
