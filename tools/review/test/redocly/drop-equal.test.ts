import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { dropEqual } from "../../src/redocly/drop-equal.ts";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const taking = (schema: JsonObject) => ({ post: { requestBody: { content: { "a/b": { schema } } } } });

function makeDocument(leaf: JsonObject, paths: JsonObject = {}): JsonObject {
  return {
    openapi: "3.1.0",
    security: [{ key: [] }],
    paths: { "/tree": taking(to("Tree")), "/rock": taking(to("Rock")), ...paths },
    components: {
      securitySchemes: { key: { type: "http" } },
      schemas: { Tree: { properties: { leaf: to("Leaf") } }, Leaf: leaf, Rock: { type: "string" } },
    },
  };
}

const before = makeDocument({ type: "string" });
const after = makeDocument({ type: "integer" });

test("what is the same together with all that it refers to is left out, and all else stands where it stood", () => {
  const { base, head } = dropEqual({ base: before, head: after });
  const { Rock: _, ...schemas } = { Tree: { properties: { leaf: to("Leaf") } }, Rock: 0 };
  const left = (leaf: JsonObject) => ({
    openapi: "3.1.0",
    security: [{ key: [] }],
    paths: { "/tree": taking(to("Tree")) },
    components: { securitySchemes: { key: { type: "http" } }, schemas: { ...schemas, Leaf: leaf } },
  });
  expect(base).toEqual(left({ type: "string" }));
  expect(head).toEqual(left({ type: "integer" }));
});

test("words are no difference, and a property that is called so is", () => {
  const told = (description: string) => makeDocument({ description, type: "string" });
  expect(dropEqual({ base: told("Green."), head: told("Red.") })).toMatchObject({ head: { paths: {} } });
  const named = (type: string) => makeDocument({ properties: { description: { type } } });
  expect(dropEqual({ base: named("string"), head: named("integer") })).toMatchObject({
    head: { paths: { "/tree": taking(to("Tree")) } },
  });
});

test("what the rest of the document refers to is kept", () => {
  const given = (leaf: JsonObject) => ({ ...makeDocument(leaf), "x-hooks": to("Rock") });
  const { head } = dropEqual({ base: given({ type: "string" }), head: given({ type: "integer" }) });
  expect(head).toMatchObject({ components: { schemas: { Rock: { type: "string" } } } });
});

test("a path that is new or gone is kept, with what it refers to", () => {
  const more = makeDocument({ type: "string" }, { "/new": taking(to("Rock")) });
  expect(dropEqual({ base: before, head: more })).toMatchObject({
    base: { paths: {}, components: { schemas: {} } },
    head: { paths: { "/new": taking(to("Rock")) }, components: { schemas: { Rock: { type: "string" } } } },
  });
});

test("what a discriminator maps to counts as referred to", () => {
  const mapped = { discriminator: { propertyName: "kind", mapping: { leaf: "#/components/schemas/Leaf" } } };
  const given = (leaf: JsonObject) => makeDocument(leaf, { "/any": taking(mapped) });
  const { head } = dropEqual({ base: given({ type: "string" }), head: given({ type: "integer" }) });
  expect(Object.keys(head["paths"] ?? {})).toEqual(["/tree", "/any"]);
});

test("a document that refers into its paths is left whole", () => {
  const inward = { $ref: "#/paths/~1rock/post" };
  const documents = {
    base: makeDocument({}, { "/x": inward }),
    head: makeDocument({ not: {} }, { "/x": inward }),
  };
  expect(dropEqual(documents)).toEqual(documents);
});
