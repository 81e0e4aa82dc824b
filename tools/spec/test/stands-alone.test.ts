import { expect, test } from "vitest";
import type { JsonObject } from "../src/json.ts";
import { standsAlone } from "../src/stands-alone.ts";

const schema = { type: "object" };
const rows: { what: string; given: JsonObject; want: boolean }[] = [
  { what: "no reference", given: { info: {} }, want: true },
  {
    what: "a reference to a component",
    given: { a: { $ref: "#/components/schemas/A" }, components: { schemas: { A: schema } } },
    want: true,
  },
  {
    what: "a reference by way of another",
    given: { a: { $ref: "#/b" }, b: { $ref: "#/c" }, c: schema },
    want: true,
  },
  { what: "an escaped name", given: { a: { $ref: "#/x/a~1b%20c" }, x: { "a/b c": schema } }, want: true },
  { what: "a schema that holds itself", given: { a: { properties: { a: { $ref: "#/a" } } } }, want: true },
  { what: "a reference to nowhere", given: { a: { $ref: "#/b" } }, want: false },
  { what: "a reference to another file", given: { a: { $ref: "other.yaml#/b" } }, want: false },
  { what: "a reference to all of the document", given: { a: { $ref: "#/" } }, want: false },
  {
    what: "references in a circle",
    given: { a: { $ref: "#/b" }, b: { $ref: "#/a" } },
    want: false,
  },
  {
    what: "a discriminator that maps to a file",
    given: { a: { discriminator: { propertyName: "kind", mapping: { cat: "cat.yaml" } } } },
    want: false,
  },
  {
    what: "a discriminator that maps to a name",
    given: { a: { discriminator: { propertyName: "kind", mapping: { cat: "Cat" } } } },
    want: true,
  },
  { what: "an example that has a member `mapping`", given: { a: { mapping: { "a.b": "c.d" } } }, want: true },
];

test.each(rows)("a document with $what is bundled only where it must be", ({ given, want }) => {
  expect(standsAlone(given)).toBe(want);
});
