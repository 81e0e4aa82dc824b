import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { describeSchema, toRow } from "../../src/html/describe-schema.ts";
import type { DocRow } from "../../src/html/doc-row.ts";

/** Rows as lines, indented by their depth: label, facts, description. */
function tell(schema: JsonValue, schemas: JsonObject = {}, rows = 100): readonly string[] {
  const scope = { document: { components: { schemas } }, direction: "request", room: { rows } } as const;
  const shape = describeSchema({ schema, pointer: "#/x" }, scope);
  const write = ({ label, facts, description, children }: DocRow, depth: number): readonly string[] => [
    `${"  ".repeat(depth)}${label}: ${facts.map(({ text }) => text).join(" ")}${description === undefined ? "" : ` | ${description}`}`,
    ...children.flatMap((child) => write(child, depth + 1)),
  ];
  return write(toRow({ key: "it", kind: "words", label: "it" }, shape, "request"), 0);
}

const rows: readonly {
  readonly name: string;
  readonly given: JsonValue;
  readonly schemas?: JsonObject;
  readonly want: readonly string[];
}[] = [
  {
    name: "A property is told with its type, whether it is required, its bounds, and what it is.",
    given: {
      type: "object",
      required: ["name"],
      properties: { name: { type: "string", minLength: 1, maxLength: 40, description: "The name." } },
      additionalProperties: false,
    },
    want: [
      "it: object no other properties",
      "  name: string required at least 1 character at most 40 characters | The name.",
    ],
  },
  {
    name: "A component is named, and one within itself is told once.",
    given: { $ref: "#/components/schemas/Tree" },
    schemas: {
      Tree: {
        type: "object",
        properties: { left: { $ref: "#/components/schemas/Tree" }, leaf: { type: "boolean" } },
      },
    },
    want: ["it: object Tree", "  left: Tree as above", "  leaf: boolean"],
  },
  {
    name: "What `allOf` joins is one, and what one part requires another may have.",
    given: {
      allOf: [
        { type: "object", properties: { id: { type: "string" } } },
        { type: "object", required: ["id", "other"], properties: { id: { maxLength: 3 } } },
      ],
    },
    want: ["it: object needs other", "  id: string required at most 3 characters"],
  },
  {
    name: "Items are told apart where the type of the array does not say all.",
    given: {
      properties: {
        plain: { type: "array", items: { type: "string" } },
        bounded: { type: "array", items: { type: "string", maxLength: 3 } },
      },
    },
    want: [
      "it: object",
      "  plain: array of string",
      "  bounded: array of string",
      "    each item: string at most 3 characters",
    ],
  },
  {
    name: "OpenAPI 3.0 and 3.1 tell of null and of exclusive bounds alike.",
    given: {
      properties: {
        old: { type: "number", nullable: true, minimum: 0, exclusiveMinimum: true },
        new: { type: ["number", "null"], exclusiveMinimum: 0 },
      },
    },
    want: ["it: object", "  old: number or null more than 0", "  new: number or null more than 0"],
  },
  {
    name: "Values are listed, also those to which more may come.",
    given: { enum: ["a", 1, null], "x-extensible-enum": ["b"], default: "a" },
    want: ['it: one of "a" 1 null known values, more may come: "b" default "a"'],
  },
  {
    name: "Variants are told by their names, and by their numbers where two have the same.",
    given: { oneOf: [{ $ref: "#/components/schemas/A" }, { title: "B" }, { title: "B" }] },
    schemas: { A: { type: "string" } },
    want: ["it: ", "  exactly one: A: string A", "  exactly one: 2:  | B", "  exactly one: 3:  | B"],
  },
  {
    name: "`true` allows anything, `false` nothing, and a reference may lead nowhere.",
    given: { properties: { any: true, none: false, lost: { $ref: "#/components/schemas/Lost" } } },
    want: ["it: object", "  any: anything", "  none: nothing", "  lost: Lost leads nowhere"],
  },
];

for (const { name, given, schemas, want } of rows) {
  test(name, () => {
    expect(tell(given, schemas)).toEqual(want);
  });
}

test("A schema of more rows than there is room for is told as far as it goes.", () => {
  const properties = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`p${index}`, { type: "string" }]),
  );
  expect(tell({ properties }, {}, 10)).toHaveLength(11);
});
