import { type Oracle, sampleValue } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { valueAt } from "./edit-value.ts";
import { extraName, type Point } from "./list-points.ts";
import { stepOf } from "./step-of.ts";

/** Longer texts and lists prove no more than these. */
const longest = { text: 20_000, list: 200 };

/** A value at the end of a range. */
export interface Boundary {
  readonly name: string;
  readonly title: string;
  readonly value: JsonValue;
}

/** The last values that the ranges of a schema allow, and what else is out of the ordinary. */
export function listBoundaries(oracle: Oracle, point: Point): readonly Boundary[] {
  const { schema, whole, path, pointer } = point;
  const current = valueAt(whole, path);
  const samples = () =>
    Array.from({ length: 12 }, (_, seed) => sampleValue(oracle, pointer, "request", { seed })).flatMap(
      (sampled) => (sampled.kind === "sampled" ? [sampled.value] : []),
    );
  if (typeof current === "string") return listTexts(schema, samples);
  if (typeof current === "number") return listNumbers(schema);
  if (Array.isArray(current)) return listLists(schema, current, samples);
  if (isJsonObject(current)) return listObjects(schema, current, oracle, pointer);
  return [];
}

function listTexts(schema: JsonObject, samples: () => readonly JsonValue[]): readonly Boundary[] {
  const { minLength, maxLength, pattern, format, enum: listed, const: constant } = schema;
  if (listed !== undefined || constant !== undefined) return [];
  const isFree = pattern === undefined && (format === undefined || format === "password");
  const ends = (["minLength", "maxLength"] as const).flatMap((name) => {
    const length = name === "minLength" ? minLength : maxLength;
    if (typeof length !== "number" || length > longest.text) return [];
    const plain = isFree
      ? ["a".repeat(length)]
      : samples().filter((text) => typeof text === "string" && [...text].length === length);
    return plain.slice(0, 1).map((value) => ({ name, title: `as long as ${name} ${length} says`, value }));
  });
  if (!isFree) return ends;
  const exotic = `e\u0301 \u{1F600} "\\/ \u4E2D`;
  return [
    ...ends,
    { name: "unicode", title: "text of many scripts", value: exotic },
    { name: "empty", title: "empty text", value: "" },
  ];
}

function listNumbers(schema: JsonObject): readonly Boundary[] {
  const {
    minimum,
    maximum,
    exclusiveMinimum,
    exclusiveMaximum,
    multipleOf,
    enum: listed,
    const: constant,
  } = schema;
  if (listed !== undefined || constant !== undefined) return [];
  const step = stepOf(schema);
  const end = (name: string, value: JsonValue | undefined, inwards: number): readonly Boundary[] =>
    typeof value === "number" ? [{ name, title: `at ${name} ${value}`, value: value + inwards }] : [];
  return [
    ...end("minimum", minimum, exclusiveMinimum === true ? step : 0),
    ...end("maximum", maximum, exclusiveMaximum === true ? -step : 0),
    ...end("exclusiveMinimum", exclusiveMinimum, step),
    ...end("exclusiveMaximum", exclusiveMaximum, -step),
    ...end("multipleOf", multipleOf, 0),
    { name: "zero", title: "0", value: 0 },
    { name: "negative", title: "below 0", value: -step },
  ];
}

function listLists(
  schema: JsonObject,
  current: readonly JsonValue[],
  samples: () => readonly JsonValue[],
): readonly Boundary[] {
  const { minItems, maxItems, uniqueItems } = schema;
  const others = () => samples().flatMap((list) => (Array.isArray(list) ? list : []));
  const resize = (length: number): readonly JsonValue[] => {
    const pool = uniqueItems === true ? distinct([...current, ...others()]) : current;
    return Array.from({ length }, (_, index) => pool[pool.length === 0 ? 0 : index % pool.length] ?? null);
  };
  const ends = (["minItems", "maxItems"] as const).flatMap((name) => {
    const length = name === "minItems" ? minItems : maxItems;
    if (typeof length !== "number" || length > longest.list) return [];
    return [{ name, title: `as long as ${name} ${length} says`, value: resize(length) }];
  });
  return [
    ...ends,
    ...(uniqueItems === true
      ? [{ name: "uniqueItems", title: "a list of different items", value: resize(2) }]
      : []),
    { name: "empty", title: "an empty list", value: [] },
    { name: "two", title: "a list of two", value: resize(2) },
    {
      name: "twice",
      title: "a list with an item twice",
      value: [...current.slice(0, 1), ...current.slice(0, 1)],
    },
  ];
}

function listObjects(
  schema: JsonObject,
  current: JsonObject,
  oracle: Oracle,
  pointer: string,
): readonly Boundary[] {
  const { additionalProperties, unevaluatedProperties, minProperties, maxProperties } = schema;
  const minimal = sampleValue(oracle, pointer, "request", { minimal: true });
  const size = (name: string, count: JsonValue | undefined): readonly Boundary[] => {
    if (typeof count !== "number" || count > longest.list) return [];
    const members = Object.entries(current).slice(0, count);
    const extra = Array.from({ length: count - members.length }, (_, index): [string, JsonValue] => [
      `${extraName}${index}`,
      Object.values(current)[0] ?? "text",
    ]);
    return [
      {
        name,
        title: `with as many members as ${name} ${count} says`,
        value: Object.fromEntries([...members, ...extra]),
      },
    ];
  };
  const isOpen =
    additionalProperties === true ||
    (additionalProperties === undefined && unevaluatedProperties === undefined);
  return [
    ...size("minProperties", minProperties),
    ...size("maxProperties", maxProperties),
    ...(minimal.kind === "sampled"
      ? [{ name: "minimal", title: "no more than it must be", value: minimal.value }]
      : []),
    ...(isOpen && Object.keys(current).length > 0
      ? [
          {
            name: "extra",
            title: "with a member that the document does not name",
            value: { ...current, [extraName]: "text" },
          },
        ]
      : []),
  ];
}

function distinct(values: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
