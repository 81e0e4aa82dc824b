import type { JsonObject } from "@specmill/spec";

/** A keyword of JSON Schema, which is no method here. */
const then = "then";
const text = { type: "string" };
const node = { $ref: "#/components/schemas/Node" };
const animals = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];

/** Objects whose properties have the keywords that other documents lack. */
const bodies: Readonly<Record<string, JsonObject>> = {
  texts: {
    required: ["kind", "code"],
    properties: {
      kind: { const: "all" },
      one: { enum: ["one"] },
      code: { type: "string", pattern: "^[a-z]+$", minLength: 2, maxLength: 8 },
      maybe: { type: ["string", "null"], format: "date" },
      given: { type: "string", default: "x" },
      own: { type: "string", readOnly: true },
      secret: { type: "string", writeOnly: true },
    },
  },
  numbers: {
    required: ["count"],
    properties: {
      count: { type: "integer", minimum: 1, maximum: 9 },
      above: { type: "integer", exclusiveMinimum: 0 },
      ratio: { type: "number", minimum: 0, exclusiveMaximum: 1, multipleOf: 0.25 },
    },
    minProperties: 1,
  },
  lists: {
    properties: {
      list: { type: "array", items: text, minItems: 1, maxItems: 5, uniqueItems: true },
      tuple: { type: "array", prefixItems: [text, { type: "integer" }], items: false },
      anything: { type: "array", items: {} },
      holds: { type: "array", contains: { const: 1 }, minContains: 1, maxContains: 2 },
      tree: node,
    },
  },
  objects: {
    properties: {
      loose: { type: "object", additionalProperties: {}, patternProperties: { "^x": {} } },
      map: { type: "object", additionalProperties: text, minProperties: 1, maxProperties: 3 },
      named: { type: "object", propertyNames: { maxLength: 3 }, patternProperties: { "^x": text } },
      closed: { type: "object", properties: { a: text, b: text }, additionalProperties: false },
      sealed: {
        type: "object",
        properties: { a: text },
        allOf: [{ properties: { b: text } }, { required: ["a"] }],
        unevaluatedProperties: false,
      },
    },
  },
  branches: {
    properties: {
      either: {
        anyOf: [
          { type: "string", maxLength: 3 },
          { type: "integer", minimum: 5 },
        ],
      },
      exactly: { oneOf: animals },
      never: { type: ["string", "integer"], not: { enum: ["a", 1] } },
    },
  },
  names: {
    properties: {
      told: {
        oneOf: animals,
        discriminator: { propertyName: "type", mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } },
      },
    },
  },
  conditions: {
    properties: { a: text, b: text },
    dependentRequired: { a: ["b"] },
    if: { required: ["b"] },
    [then]: { minProperties: 2 },
  },
};

function makeItem([name, schema]: readonly [string, JsonObject]): readonly [string, JsonObject] {
  const body = { content: { "application/json": { schema: { type: "object", ...schema } } } };
  const operationId = `send${name}`;
  return [
    `/${name}`,
    { post: { operationId, requestBody: body, responses: { 200: { description: "Kept.", ...body } } } },
  ];
}

/** A document with an operation for every kind of keywords, whose body goes both ways. */
export const keywordsDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Keywords", version: "1.0.0" },
  paths: Object.fromEntries(Object.entries(bodies).map(makeItem)),
  components: {
    schemas: {
      Node: { type: "object", properties: { name: text, children: { type: "array", items: node } } },
      Cat: {
        type: "object",
        required: ["type"],
        properties: { type: { const: "cat" }, lives: { type: "integer" } },
      },
      Dog: {
        type: "object",
        required: ["type"],
        properties: { type: { const: "dog" }, tricks: { type: "array", items: text } },
      },
    },
  },
};
