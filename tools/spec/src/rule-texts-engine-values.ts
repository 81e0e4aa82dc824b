import type { RuleTexts } from "./rule-texts.ts";

/** Rules of the engine about schemas and examples. */
export const valueTexts: RuleTexts = {
  "no-enum-type-mismatch": {
    what: 'An `enum` has a value of another type than `type` allows, as `"1"` in a list of integers.',
    why: "No value can be both, so what is listed can never be sent.",
    instead:
      "Write the value in the type that goes over the wire; mind YAML, which reads `yes`, `1` and `null` without quotes.",
  },
  "no-duplicated-enum-values": {
    what: "An `enum` lists a value twice.",
    why: "It is often a slip for another value, which is now missing from the client's type.",
    instead: "Remove one, or correct it to what it was to be.",
  },
  "no-schema-type-mismatch": {
    what: "A schema of `type: object` has `items`, or one of `type: array` has `properties`.",
    why: "The keyword never applies, so what it describes is not checked and is in no type.",
    instead:
      "Correct `type`, or move the keyword: to the items of the list, or to a property that is a list.",
  },
  "no-required-schema-properties-undefined": {
    what: "`required` names a property that the schema does not define.",
    why: "Callers have to send something of which nobody knows the type, or the name has a slip and the real one is optional.",
    instead: "Define the property, or correct the name in `required`.",
  },
  "no-illogical-composition-keywords": {
    what: "An `allOf`, `anyOf` or `oneOf` has one schema only, an empty or a repeated one, or branches of `oneOf` that overlap.",
    why: "What fits two branches of `oneOf` is refused, and an empty branch lets everything pass.",
    instead:
      "Use the single schema directly; tell branches apart by a required property with one `const` value each.",
  },
  "no-mixed-number-range-constraints": {
    what: "A schema has both `minimum` and `exclusiveMinimum`, or both upper limits.",
    why: "Only the tighter one has an effect; the other misleads whoever reads it.",
    instead: "Keep the one that is meant.",
  },
  "nullable-type-sibling": {
    what: "A schema of OpenAPI 3.0 has `nullable` without `type` beside it.",
    why: "OpenAPI 3.0 gives `nullable` a meaning only next to `type`, so one tool allows null here and another refuses it.",
    instead: "Add the `type` in the same schema, not behind a `$ref` or in `allOf`.",
  },
  "no-invalid-schema-examples": {
    what: "An example in a schema is not valid by that schema.",
    why: "People copy examples. One that the server refuses costs each of them an hour, and the mock would answer with it.",
    instead: "Correct the example, or the schema if real values look like the example.",
  },
  "no-invalid-parameter-examples": {
    what: "An example of a parameter is not valid by its schema.",
    why: "Examples are what contract tests and readers send first, and this one would be refused.",
    instead: "Correct the example or the schema. Give the value itself, as before it is escaped for a URL.",
  },
  "no-invalid-media-type-examples": {
    what: "An example of a body is not valid by its schema, or has a property that the schema does not declare.",
    why: "The mock answers with it and the README shows it: both would contradict the types of the client.",
    instead: "Correct the example, or declare the property that it shows.",
  },
  "no-example-value-and-externalValue": {
    what: "A named example has both `value` and `externalValue`.",
    why: "They may differ, and which one is shown is up to the tool.",
    instead: "Keep `value`; use `externalValue` only for bytes that YAML cannot hold.",
  },
};
