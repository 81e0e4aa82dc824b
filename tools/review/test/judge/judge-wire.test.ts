import { createOracle } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { judgeWire } from "../../src/judge/judge-wire.ts";
import { listChanges, makeDocument, tellWire } from "./support/documents.ts";

const open = { type: "string" };
const short = { type: "string", maxLength: 2 };

describe("a change of a body", () => {
  const table: readonly [string, "request" | "response", JsonValue, JsonValue, readonly string[]][] = [
    ["is proved by what was sent", "request", open, short, ['breaking proved request-max-length "aaa"']],
    ["is compatible where more is taken", "request", short, open, ["compatible derived request-max-length"]],
    ["is proved by what is answered", "response", short, open, ['breaking proved response-max-length "aaa"']],
    [
      "is compatible where less is answered",
      "response",
      open,
      short,
      ["compatible derived response-max-length"],
    ],
    [
      "is derived where a property is gone, whatever is sent",
      "request",
      { type: "object", properties: { a: open } },
      { type: "object" },
      ["breaking derived request-property-removed"],
    ],
    [
      "is suspected where no value shows it",
      "request",
      { type: "string", enum: ["a", "b"] },
      { type: "string", enum: ["a", "b"], pattern: "^[ab]$" },
      ["breaking suspected request-pattern"],
    ],
    [
      "stays derived where nobody would draw the one value that shows it",
      "request",
      { type: "string", pattern: "^[a-z]+$" },
      { type: "string", pattern: "^(?!admin$)[a-z]+$" },
      ["breaking derived request-pattern"],
    ],
    [
      "stays derived where names are ruled out",
      "request",
      { type: "object", additionalProperties: open },
      { type: "object", additionalProperties: open, propertyNames: { pattern: "^(?!x-)" } },
      ["breaking derived request-property-names"],
    ],
    [
      "has a row of its own where keywords that break nobody do so together",
      "request",
      {
        oneOf: [
          { type: "string", maxLength: 2 },
          { type: "string", minLength: 5 },
        ],
      },
      {
        oneOf: [
          { type: "string", maxLength: 2 },
          { type: "string", minLength: 2 },
        ],
      },
      ["compatible derived request-min-length", 'breaking proved request-values "aa"'],
    ],
  ];
  test.each(table)("%s", (_, direction, base, head, want) => {
    expect(tellWire(makeDocument({ [direction]: base }), makeDocument({ [direction]: head }))).toEqual(want);
  });
});

test("a proof is the whole value that the operation takes, with why it is refused, and by whom", () => {
  const pet = (color: JsonValue) =>
    makeDocument({
      request: {
        type: "object",
        required: ["name", "color"],
        properties: { name: { type: "string" }, color },
      },
    });
  const [base, head] = [pet({ enum: ["red", "blue"] }), pet({ enum: ["red"] })];
  const [judged] = judgeWire(listChanges(base, head), createOracle(base), createOracle(head));
  expect(judged?.proof).toEqual({
    kind: "value",
    value: { name: "", color: "blue" },
    of: "body of addPet",
    refusedBy: "head",
    reason: '`color` must be one of `"red"`',
  });
});

describe("a number of a parameter or a header", () => {
  const query = (schema: JsonValue) => makeDocument({ parameters: [{ name: "id", in: "query", schema }] });
  const header = (schema: JsonValue) => makeDocument({ headers: { "X-Id": { required: true, schema } } });
  const json = (schema: JsonValue) =>
    makeDocument({ parameters: [{ name: "id", in: "query", content: { "application/json": { schema } } }] });
  const [integer, text] = [{ type: "integer" }, { type: "string" }];
  const table = [
    ["is taken as text", query, integer, text, "compatible derived request-type"],
    ["is none that any text could be", query, text, integer, 'breaking proved request-type ""'],
    [
      "is refused as a text that is too short for it",
      query,
      integer,
      short,
      "breaking proved request-type 0",
    ],
    ["is told from text in JSON", json, integer, text, "breaking proved request-type 0"],
    ["is read as text", header, text, integer, "compatible derived response-type"],
    ["is not read from any text", header, integer, text, 'breaking proved response-type ""'],
  ] as const;
  test.each(table)("%s", (_, document, base, head, want) => {
    expect(tellWire(document(base), document(head))).toContain(want);
  });

  test("is none of a schema that bodies share", () => {
    const document = (schema: JsonValue) => ({
      ...makeDocument({
        parameters: [{ name: "id", in: "query", schema: { $ref: "#/components/schemas/Id" } }],
        request: { $ref: "#/components/schemas/Id" },
        schemas: { Id: schema },
      }),
    });
    const told = tellWire(document(integer), document(text));
    expect(told).toEqual(["breaking proved request-type 0"]);
  });
});
