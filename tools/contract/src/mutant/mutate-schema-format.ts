import { namedTypes } from "../obligation/schema-types.ts";
import { withMembers } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { type SchemaChange, show } from "./mutate-schema.ts";

const counterparts: ReadonlyMap<string, string> = new Map([
  ["date-time", "date"],
  ["int32", "int64"],
  ["int64", "int32"],
  ["float", "double"],
  ["double", "float"],
]);

/** Changes of the form that a text has to have. */
export function mutateFormat({ schema }: Place): readonly SchemaChange[] {
  const { format, pattern, enum: listed, const: constant } = schema;
  const isFreeText =
    namedTypes(schema).includes("string") &&
    [format, pattern, listed, constant].every((value) => value === undefined);
  const setFormat = (
    operator: "format-add" | "format-change" | "format-drop",
    becomes: string | undefined,
  ): SchemaChange => ({
    operator,
    keys: format === undefined ? [] : ["format"],
    change: `format ${String(format ?? "none")} → ${becomes ?? "none"}`,
    after: withMembers(schema, { format: becomes }),
  });
  const setPattern = (
    operator: "pattern-change" | "pattern-drop",
    becomes: string | undefined,
  ): SchemaChange => ({
    operator,
    keys: ["pattern"],
    change: `pattern ${show(pattern)} → ${show(becomes)}`,
    after: withMembers(schema, { pattern: becomes }),
  });
  return [
    ...(isFreeText ? [setFormat("format-add", "uuid")] : []),
    ...(typeof format === "string"
      ? [
          setFormat("format-change", counterparts.get(format) ?? "date-time"),
          setFormat("format-drop", undefined),
        ]
      : []),
    ...(typeof pattern === "string"
      ? [setPattern("pattern-change", "^another pattern$"), setPattern("pattern-drop", undefined)]
      : []),
  ];
}
