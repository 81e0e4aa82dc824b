import type { JsonObject, JsonValue } from "@specmill/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import { collectDrift } from "../src/upstream/collect-drift.ts";
import { createDriftContext } from "../src/upstream/drift-context.ts";
import { findDrift } from "../src/upstream/find-drift.ts";
import type { Exchange } from "../src/wire/exchange.ts";
import { readRequest } from "../src/wire/read-request.ts";
import { applyPatch } from "./apply-patch.ts";
import { documentOf } from "./coverage-document.ts";

/** Schemas of every make that a value may have to be fitted into. */
const schemas: Readonly<Record<string, JsonValue>> = {
  plain: {
    type: "object",
    required: ["a"],
    properties: { a: { type: "string" }, b: { type: "integer", minimum: 0 } },
  },
  closed: { type: "object", properties: { a: { enum: ["x", "y"] } }, additionalProperties: false },
  composed: {
    allOf: [
      { $ref: "#/components/schemas/Base" },
      { type: "object", required: ["b"], properties: { b: { type: "array", items: { type: "string" } } } },
    ],
  },
  chosen: {
    oneOf: [
      { type: "object", required: ["a"], properties: { a: { type: "string" } } },
      { type: "object", required: ["b"], properties: { b: { type: "boolean" } } },
    ],
  },
  discriminated: {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: { propertyName: "a" },
  },
  either: {
    anyOf: [
      { type: "string", maxLength: 2 },
      { type: "array", maxItems: 1, items: { type: "integer" } },
    ],
  },
  nested: {
    type: "object",
    properties: { a: { $ref: "#/components/schemas/Tree" }, b: { type: "string", format: "date" } },
  },
  mapped: { type: "object", additionalProperties: { type: "integer" } },
  constant: { type: "object", properties: { a: { enum: ["x"] }, b: { type: "string", pattern: "^a" } } },
  sized: { type: "array", minItems: 2, uniqueItems: true, items: { type: "number", multipleOf: 2 } },
};

const components: JsonObject = {
  schemas: {
    Base: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
    Cat: { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "integer" } } },
    Dog: { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "string" } } },
    Tree: {
      type: "object",
      properties: { a: { $ref: "#/components/schemas/Tree" }, b: { type: "string" } },
    },
  },
};

const { value: anyValue } = fc.letrec<{ value: JsonValue; leaf: JsonValue }>((tie) => ({
  leaf: fc.constantFrom<JsonValue>(null, true, 7, 1.5, "x", "y", "Cat", "Dog", "2024-01-01", "secretX", ""),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "0b5c4f0c-7c1e-4d0e-9a63-0d5f1f3c2b1a"), tie("value"), {
      maxKeys: 3,
    }),
  ),
}));

function exchangeWith(direction: "request" | "response", value: JsonValue): Exchange {
  const json = { "content-type": "application/json" };
  const body = JSON.stringify(value);
  return direction === "request"
    ? {
        request: { method: "POST", target: "/things", headers: json, body },
        response: { status: 200, headers: {}, body: "" },
      }
    : {
        request: { method: "POST", target: "/things", headers: {} },
        response: { status: 200, headers: json, body },
      };
}

const makes = Object.keys(schemas).flatMap((name) =>
  (["3.0.3", "3.1.0"] as const).flatMap((version) =>
    (["request", "response"] as const).map((direction) => ({ name, version, direction })),
  ),
);

test.each(makes)(
  "with its patch, a $name schema of a $direction in $version takes whatever came",
  ({ name, version, direction }) => {
    const schema = schemas[name] ?? {};
    const document = documentOf({
      version,
      components,
      ...(direction === "request" ? { body: schema } : { answer: schema }),
    });
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1, maxLength: 3 }), (values) => {
        const traffic = values.map((value) => exchangeWith(direction, value));
        const collector = collectDrift(document);
        for (const exchange of traffic) collector.add(exchange);
        const context = createDriftContext(applyPatch(document, collector.report().patch), readRequest);
        const left = traffic.flatMap((exchange) => findDrift(context, exchange));
        expect(left.map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`)).toEqual([]);
      }),
      { numRuns: 15, seed: 1 },
    );
  },
);
