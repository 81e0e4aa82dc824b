import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { splitDirections } from "../src/split-directions.ts";

const id = { type: "string", readOnly: true };
const password = { type: "string", writeOnly: true };
const name = { type: "string" };
const refer = (to: string) => ({ $ref: `#/components/schemas/${to}` });
const user = { type: "object", required: ["id", "name", "password"], properties: { id, name, password } };

function split(schemas: JsonObject): { readonly names: object; readonly schemas: JsonValue } {
  const { document, writeNames } = splitDirections({ components: { schemas } });
  return {
    names: Object.fromEntries(writeNames),
    schemas: JSON.parse(JSON.stringify(document)).components.schemas,
  };
}

test("takes from each direction the properties of the other, and their requirement", () => {
  expect(split({ User: user })).toEqual({
    names: { User: "UserWrite" },
    schemas: {
      User: { type: "object", required: ["id", "name"], properties: { id, name } },
      UserWrite: { type: "object", required: ["name", "password"], properties: { name, password } },
    },
  });
});

test("gives back a document without marks as it is", () => {
  const document = { components: { schemas: { User: { properties: { name } } } } };
  const { document: same, writeNames } = splitDirections(document);
  expect(same).toBe(document);
  expect([...writeNames]).toEqual([]);
});

const ways: readonly { readonly way: string; readonly given: (schema: JsonObject) => JsonObject }[] = [
  { way: "a property", given: (schema) => ({ properties: { user: schema } }) },
  { way: "a property called default", given: (schema) => ({ properties: { default: schema } }) },
  { way: "a property called example", given: (schema) => ({ properties: { example: schema } }) },
  { way: "a property called x-user", given: (schema) => ({ properties: { "x-user": schema } }) },
  { way: "a pattern of properties", given: (schema) => ({ patternProperties: { "^u": schema } }) },
  { way: "additionalProperties", given: (schema) => ({ additionalProperties: schema }) },
  { way: "items", given: (schema) => ({ items: schema }) },
  { way: "allOf", given: (schema) => ({ allOf: [schema] }) },
  { way: "anyOf", given: (schema) => ({ anyOf: [schema, { type: "null" }] }) },
  { way: "oneOf", given: (schema) => ({ oneOf: [schema, { type: "null" }] }) },
  { way: "a reference alone", given: (schema) => schema },
];

test.each(ways)("splits what reaches a marked property through $way", ({ given }) => {
  expect(split({ User: user, Team: given(refer("User")) })).toMatchObject({
    names: { User: "UserWrite", Team: "TeamWrite" },
    schemas: { Team: given(refer("User")), TeamWrite: given(refer("UserWrite")) },
  });
});

test.each(["example", "examples", "default", "enum", "const", "x-note"])(
  "takes the value of %s for no schema",
  (key) => {
    expect(split({ User: { [key]: { readOnly: true, properties: { id } } } }).names).toEqual({});
  },
);

test("splits schemas that refer to each other in a circle", () => {
  const { names, schemas } = split({
    Node: { properties: { id, next: refer("Edge") } },
    Edge: { properties: { to: refer("Node") } },
    Alone: { properties: { self: refer("Alone") } },
  });
  expect(names).toEqual({ Node: "NodeWrite", Edge: "EdgeWrite" });
  expect(schemas).toMatchObject({
    NodeWrite: { properties: { next: refer("EdgeWrite") } },
    EdgeWrite: { properties: { to: refer("NodeWrite") } },
    Alone: { properties: { self: refer("Alone") } },
  });
});

test("hides a property that refers to a marked schema", () => {
  const { schemas } = split({
    Id: id,
    User: { required: ["id", "name"], properties: { id: refer("Id"), name } },
  });
  expect(schemas).toMatchObject({ User: { properties: { id: refer("Id") } } });
  expect(schemas).toHaveProperty("UserWrite", { required: ["name"], properties: { name } });
});

test("takes back a requirement of a property that another part of allOf hides", () => {
  const { schemas } = split({
    Base: { properties: { id, name } },
    Heir: { allOf: [refer("Base"), { required: ["id", "name"] }], required: ["id"] },
  });
  expect(schemas).toHaveProperty("HeirWrite", { allOf: [refer("BaseWrite"), { required: ["name"] }] });
  expect(schemas).toHaveProperty("Heir", {
    allOf: [refer("Base"), { required: ["id", "name"] }],
    required: ["id"],
  });
});

test("gives what is written a name that no schema has", () => {
  expect(split({ User: user, UserWrite: { type: "string" }, UserWrite2: { type: "string" } }).names).toEqual({
    User: "UserWrite3",
  });
});

test("follows the mapping of a discriminator, whether it refers or names", () => {
  const mapping = { user: "#/components/schemas/User", member: "User", other: "Other" };
  const { schemas } = split({
    User: user,
    Other: { type: "object" },
    Either: { oneOf: [refer("User"), refer("Other")], discriminator: { propertyName: "kind", mapping } },
  });
  expect(schemas).toHaveProperty("EitherWrite.discriminator.mapping", {
    user: "#/components/schemas/UserWrite",
    member: "#/components/schemas/UserWrite",
    other: "#/components/schemas/Other",
  });
});

test("tells of what is inferred in one copy alone", () => {
  const { schemas } = split({ User: { ...user, "x-inferred": "seen in an answer" } });
  expect(schemas).toHaveProperty("User.x-inferred");
  expect(schemas).not.toHaveProperty("UserWrite.x-inferred");
});

const inline = { properties: { id, password } };
const read = { properties: { id } };
const written = { properties: { password } };
const media = (schema: JsonValue) => ({ content: { "application/json": { schema } } });

const places: readonly {
  place: string;
  given: (schema: JsonValue) => JsonObject;
  wants: "read" | "written";
}[] = [
  {
    place: "a request body",
    given: (schema) => ({ paths: { "/a": { post: { requestBody: media(schema) } } } }),
    wants: "written",
  },
  {
    place: "a parameter",
    given: (schema) => ({ paths: { "/a": { get: { parameters: [{ name: "p", schema }] } } } }),
    wants: "written",
  },
  {
    place: "a parameter of a path",
    given: (schema) => ({ paths: { "/a": { parameters: [{ name: "p", schema }] } } }),
    wants: "written",
  },
  {
    place: "an answer",
    given: (schema) => ({ paths: { "/a": { get: { responses: { 200: media(schema) } } } } }),
    wants: "read",
  },
  {
    place: "an answer called default",
    given: (schema) => ({ paths: { "/a": { get: { responses: { default: media(schema) } } } } }),
    wants: "read",
  },
  {
    place: "a header called x-user",
    given: (schema) => ({
      paths: { "/a": { get: { responses: { 200: { headers: { "x-user": { schema } } } } } } },
    }),
    wants: "read",
  },
  {
    place: "a shared request body",
    given: (schema) => ({ components: { requestBodies: { example: media(schema) } } }),
    wants: "written",
  },
  {
    place: "a shared parameter called schema",
    given: (schema) => ({ components: { parameters: { schema: { name: "p", schema } } } }),
    wants: "written",
  },
  {
    place: "a shared answer called schemas",
    given: (schema) => ({ components: { responses: { schemas: media(schema) } } }),
    wants: "read",
  },
];

test("splits a shared request body where nothing else is marked", () => {
  const { document } = splitDirections({ components: { requestBodies: { New: media(inline) } } });
  expect(document).toHaveProperty("components.requestBodies.New", media(written));
});

test.each(places)("has $place carry what is $wants, by reference and in place", ({ given, wants }) => {
  const schemas = { User: user };
  const whole = (schema: JsonValue): JsonObject => {
    const document = given(schema);
    const components = JSON.parse(JSON.stringify(document))["components"] ?? {};
    return { ...document, components: { ...components, schemas } };
  };
  const wanted = wants === "read" ? { inline: read, to: "User" } : { inline: written, to: "UserWrite" };
  expect(splitDirections(whole(inline)).document).toMatchObject(given(wanted.inline));
  expect(JSON.stringify(splitDirections(whole(inline)).document)).toContain(JSON.stringify(wanted.inline));
  expect(splitDirections(whole(refer("User"))).document).toMatchObject(given(refer(wanted.to)));
});
