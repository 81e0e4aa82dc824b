import type { JsonValue, Parameter } from "@specmill/spec";
import { readPrimitive } from "./read-primitive.ts";
import { bodyFormat } from "./wire-media-type.ts";
import { allows, itemPlaces, memberPlaces, type Reading, type SchemaPlace, typesAt } from "./wire-schema.ts";
import { parseJson } from "./wire-text.ts";
import { readStyle, type WireShape, type WireSource, type WireValue } from "./wire-value.ts";
import type { WireParameter } from "./write-parameter.ts";

/** What a server makes of a parameter. */
export type ReadValue =
  | { readonly kind: "read"; readonly value: JsonValue }
  /** Nothing was sent, or an empty list: the wire does not tell them apart. */
  | { readonly kind: "absent" }
  | { readonly kind: "broken"; readonly reason: string };

/**
 * Reads a parameter by its style and its schema. Where the schema allows several shapes, the first counts that makes a
 * value which the document allows.
 */
export function readParameter(
  reading: Reading,
  parameter: WireParameter & Pick<Parameter, "schema" | "schemaPointer">,
  source: WireSource,
): ReadValue {
  const place: SchemaPlace = { schema: parameter.schema, pointer: parameter.schemaPointer };
  if (parameter.mediaType !== undefined) return readContent(reading, parameter, place, source);
  const found = shapesOf(reading, place).flatMap((shape) => readStyle(parameter, source, shape) ?? []);
  const values = found.flatMap((wire) =>
    wire.kind === "broken" ? [] : [{ value: readValue(reading, place, wire) }],
  );
  const [best] = [...values.filter(({ value }) => allows(reading, place, value)), ...values];
  if (best !== undefined) return { kind: "read", value: best.value };
  const [fault] = found;
  return fault?.kind === "broken" ? fault : { kind: "absent" };
}

/** Gives the texts of a value the types that its schema allows. */
export function readValue(
  reading: Reading,
  place: SchemaPlace,
  wire: Exclude<WireValue, { readonly kind: "broken" }>,
): JsonValue {
  switch (wire.kind) {
    case "text":
      return readPrimitive(reading, [place], wire.text);
    case "list":
      return wire.items.map((item, index) => readPrimitive(reading, itemPlaces(reading, place, index), item));
    case "object":
      return Object.fromEntries(
        wire.members.map(([name, text]) => [
          name,
          readPrimitive(reading, memberPlaces(reading, place, name), text),
        ]),
      );
  }
}

function readContent(
  reading: Reading,
  parameter: WireParameter,
  place: SchemaPlace,
  source: WireSource,
): ReadValue {
  const wire = readStyle(parameter, source, "text");
  if (wire === undefined) return { kind: "absent" };
  if (wire.kind === "broken") return wire;
  if (wire.kind !== "text") return { kind: "broken", reason: "stands there more than once" };
  if (bodyFormat(parameter.mediaType ?? "") !== "json") {
    return { kind: "read", value: readPrimitive(reading, [place], wire.text) };
  }
  const value = parseJson(wire.text);
  return value === undefined ? { kind: "broken", reason: "is no JSON" } : { kind: "read", value };
}

/** The shapes that a schema leaves open, a single value first. */
function shapesOf(reading: Reading, place: SchemaPlace): readonly WireShape[] {
  const types = typesAt(reading, place);
  const isSingle = ["boolean", "integer", "number", "string"] as const;
  const shapes: readonly WireShape[] = [
    ...(isSingle.some((type) => types.has(type)) ? (["text"] as const) : []),
    ...(types.has("array") ? (["list"] as const) : []),
    ...(types.has("object") ? (["object"] as const) : []),
  ];
  return shapes.length === 0 ? ["text"] : shapes;
}
