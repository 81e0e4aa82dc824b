import type { JsonObject, JsonValue } from "@specmill/spec";
import { toLiteral } from "./literals.ts";

/** How long an example may be that is shown beside a type. */
const longest = 240;

/** What the documentation of a schema says, paragraph by paragraph: its description, its format, and its tags. */
export function describeSchema(schema: JsonObject): readonly (string | undefined)[] {
  const { description, title, format, deprecated, default: assumed } = schema;
  const { examples } = schema;
  const example = schema["example"] ?? (Array.isArray(examples) ? examples[0] : undefined);
  return [
    textOf(description) ?? textOf(title),
    typeof format === "string" && !obvious.has(format) ? `Format: ${format}.` : undefined,
    describeTags({ deprecated: deprecated === true, assumed, example }),
  ];
}

/** The JSDoc tags of anything that may be deprecated, assumed or shown by an example. */
export function describeTags(said: {
  readonly deprecated: boolean;
  readonly assumed?: JsonValue | undefined;
  readonly example?: JsonValue | undefined;
}): string {
  return [
    said.deprecated ? ["@deprecated"] : [],
    said.assumed === undefined ? [] : tag("default", said.assumed),
    said.example === undefined ? [] : tag("example", said.example),
  ]
    .flat()
    .join("\n");
}

/** Formats that the type says already. */
const obvious = new Set(["binary", "float", "double"]);

function tag(name: string, value: JsonValue): readonly string[] {
  const literal = toLiteral(value, "", 100);
  return literal.length > longest ? [] : [`@${name} ${literal}`];
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
