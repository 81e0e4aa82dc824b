import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { contrastSchemas } from "../src/contrast-schemas.ts";
import { sampleValue } from "../src/sample-value.ts";
import { kindPointer, oracleOf, type SchemaKind } from "./schema-kinds.ts";

interface Row {
  readonly name: string;
  readonly allowing: Omit<SchemaKind, "name">;
  readonly refusing: Omit<SchemaKind, "name">;
}

const text = { type: "string" };
const object = (properties: { readonly [name: string]: JsonValue }, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
});

const sideOf = (kind: Omit<SchemaKind, "name">) => ({ oracle: oracleOf(kind), pointer: kindPointer });

test.each<Row>([
  {
    name: "a shorter text",
    allowing: { schema: { ...text, maxLength: 9 } },
    refusing: { schema: { ...text, maxLength: 5 } },
  },
  {
    name: "a property that is required",
    allowing: { schema: object({ a: text }) },
    refusing: { schema: object({ a: text }, ["a"]) },
  },
  {
    name: "null of OpenAPI 3.0 against 3.1",
    allowing: { schema: { ...text, nullable: true }, version: "3.0.4" },
    refusing: { schema: text },
  },
  {
    name: "components of the same name",
    allowing: {
      schema: object({ a: { $ref: "#/components/schemas/A" } }, ["a"]),
      components: { A: { type: "integer" } },
    },
    refusing: {
      schema: object({ a: { $ref: "#/components/schemas/A" } }, ["a"]),
      components: { A: { type: "integer", minimum: 5 } },
    },
  },
])("$name: what one schema allows and the other refuses is sampled", ({ allowing, refusing }) => {
  const [one, other] = [sideOf(allowing), sideOf(refusing)];
  const contrast = contrastSchemas(one, other, "request");
  if (contrast === undefined) throw new Error("the schemas are small");
  const sample = sampleValue(contrast.oracle, contrast.pointer, "request");
  if (sample.kind === "none") throw new Error(sample.reason);
  expect(one.oracle.allows(one.pointer, "request", sample.value)).toBe(true);
  expect(other.oracle.allows(other.pointer, "request", sample.value)).toBe(false);
});

test("of a schema and itself nothing is sampled", () => {
  const side = sideOf({ schema: object({ a: text, b: { type: "integer" } }, ["a"]) });
  const contrast = contrastSchemas(side, side, "response");
  expect(contrast && sampleValue(contrast.oracle, contrast.pointer, "response").kind).toBe("none");
});

test("schemas that refer to many others are not put together", () => {
  const names = Array.from({ length: 100 }, (_, index) => `C${index}`);
  const components = Object.fromEntries(names.map((name) => [name, text]));
  const properties = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const side = sideOf({ schema: object(properties), components });
  expect(contrastSchemas(side, side, "request")).toBeUndefined();
});
