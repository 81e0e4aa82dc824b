import { expect, test } from "vitest";
import type { Parameter } from "../src/operation.ts";
import { serializeParameter } from "../src/serialize-parameter.ts";

type Style = NonNullable<Parameter["style"]>;

const values = {
  empty: "",
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { R: 100, G: 200, B: 150 },
};

/** "Style Examples" of OpenAPI 3.1.1, section 4.8.12, without the leading `?`; undefined is its "n/a". */
const styleExamples: readonly [Style, boolean, { [Column in keyof typeof values]?: string }][] = [
  [
    "matrix",
    false,
    {
      empty: ";color",
      string: ";color=blue",
      array: ";color=blue,black,brown",
      object: ";color=R,100,G,200,B,150",
    },
  ],
  [
    "matrix",
    true,
    {
      empty: ";color",
      string: ";color=blue",
      array: ";color=blue;color=black;color=brown",
      object: ";R=100;G=200;B=150",
    },
  ],
  ["label", false, { empty: ".", string: ".blue", array: ".blue,black,brown", object: ".R,100,G,200,B,150" }],
  ["label", true, { empty: ".", string: ".blue", array: ".blue.black.brown", object: ".R=100.G=200.B=150" }],
  ["simple", false, { empty: "", string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150" }],
  ["simple", true, { empty: "", string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150" }],
  [
    "form",
    false,
    {
      empty: "color=",
      string: "color=blue",
      array: "color=blue,black,brown",
      object: "color=R,100,G,200,B,150",
    },
  ],
  [
    "form",
    true,
    {
      empty: "color=",
      string: "color=blue",
      array: "color=blue&color=black&color=brown",
      object: "R=100&G=200&B=150",
    },
  ],
  [
    "spaceDelimited",
    false,
    { array: "color=blue%20black%20brown", object: "color=R%20100%20G%20200%20B%20150" },
  ],
  [
    "pipeDelimited",
    false,
    { array: "color=blue%7Cblack%7Cbrown", object: "color=R%7C100%7CG%7C200%7CB%7C150" },
  ],
  ["deepObject", true, { object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150" }],
];

const pathStyles: readonly Style[] = ["matrix", "label", "simple"];

const cells = styleExamples.flatMap(([style, explode, row]) =>
  Object.entries(row).map(([column, want]) => ({
    style,
    explode,
    column,
    value: values[column as keyof typeof values],
    want,
    place: pathStyles.includes(style) ? ("path" as const) : ("query" as const),
  })),
);

test("every cell of the specification's table that it defines is tried", () => {
  expect(cells).toHaveLength(37);
});

test.each(cells)("$style with explode $explode writes $column as $want", (cell) => {
  const { style, explode, value, place, want } = cell;
  expect(serializeParameter({ name: "color", in: place, style, explode }, value)).toBe(want);
});
