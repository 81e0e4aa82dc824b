import { expect, test } from "vitest";
import { hoistSchemas } from "../src/hoist-schemas.ts";

const limit = { type: "integer" };
const document = (reference: string) => ({
  paths: {
    "/a": { post: { requestBody: { content: { "application/json": { schema: limit } } } } },
    "/b": {
      get: { responses: { 200: { content: { "application/json": { schema: { $ref: reference } } } } } },
    },
  },
  components: {
    parameters: { Limit: { name: "limit", in: "query", schema: limit } },
    responses: { schema: { description: "x", content: { "application/json": { schema: limit } } } },
    schemas: { User: { properties: { address: limit } }, UserAddress: { type: "string" } },
  },
});

test.each([
  { given: "#/components/parameters/Limit/schema", want: "Limit" },
  { given: "#/components/responses/schema/content/application~1json/schema", want: "Inline" },
  { given: "#/components/schemas/User/properties/address", want: "UserAddress2" },
  { given: "#/paths/~1a/post/requestBody/content/application~1json/schema", want: "APost" },
])("moves what $given names to the components, as $want", ({ given, want }) => {
  expect(hoistSchemas(document(given))).toMatchObject({
    paths: {
      "/b": {
        get: {
          responses: {
            200: { content: { "application/json": { schema: { $ref: `#/components/schemas/${want}` } } } },
          },
        },
      },
    },
    components: { schemas: { [want]: limit, UserAddress: { type: "string" } } },
  });
});

test.each(["#/components/schemas/User", "#/components/responses/schema", "#/components/parameters/Limit"])(
  "leaves %s where it is",
  (given) => {
    const whole = document(given);
    expect(hoistSchemas(whole)).toBe(whole);
  },
);

test("moves a schema that refers into itself once", () => {
  const pointer = "#/components/schemas/Tree/properties/child";
  const tree = { properties: { child: { properties: { deeper: { $ref: pointer } } } } };
  expect(hoistSchemas({ components: { schemas: { Tree: tree } } })).toEqual({
    components: {
      schemas: {
        Tree: {
          properties: { child: { properties: { deeper: { $ref: "#/components/schemas/TreeChild" } } } },
        },
        TreeChild: { properties: { deeper: { $ref: "#/components/schemas/TreeChild" } } },
      },
    },
  });
});
