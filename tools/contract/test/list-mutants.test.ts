import { fileURLToPath } from "node:url";
import {
  buildModel,
  findApis,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  loadDocument,
  resolvePointer,
} from "@specmill/spec";
import { beforeAll, describe, expect, test } from "vitest";
import type { Subject } from "../src/mutant/draft-mutant.ts";
import type { Mutant } from "../src/mutant/mutant.ts";
import {
  documentOf,
  headerOf,
  json,
  mutantOf,
  mutantsOf,
  queryOf,
  requestOf,
  responseOf,
} from "./mutant-documents.ts";

const text = { type: "string" };
const thing = { type: "object", properties: { name: text } };
const must = { ...thing, required: ["name"] };
const component = { $ref: "#/components/schemas/Thing" };
const key = { type: "apiKey", in: "header", name: "X-Key" };
const bearer = { type: "http", scheme: "bearer" };
const secured = documentOf({ security: [{ key: [] }, { bearer: [] }] }, { securitySchemes: { key, bearer } });
const two = { "200": { description: "Put." }, "404": { description: "Gone." } };
const marked = (mark: string) => ({ type: "object", properties: { name: { type: "string", [mark]: true } } });
const twoTypes = { content: { "application/json": { schema: text }, "text/plain": { schema: text } } };
const shown = (members: JsonObject) =>
  documentOf({
    responses: { "200": { description: "Put.", content: { "application/json": members } } },
  });

/** A document for each operator, in which it has something to change. */
const documents: Readonly<Record<Subject["operator"], JsonObject>> = {
  "operation-drop": documentOf({}),
  "path-rename": documentOf({}),
  "method-change": documentOf({}),
  "parameter-add": documentOf({}),
  "parameter-drop": queryOf(text),
  "parameter-rename": queryOf(text),
  "parameter-move": queryOf(text),
  "parameter-require": queryOf(text),
  "parameter-relax": queryOf(text, { required: true }),
  "parameter-retype": queryOf(text),
  "parameter-explode-flip": queryOf(text),
  "parameter-style-change": queryOf({ type: "array", items: text }),
  "body-require": documentOf({ requestBody: json(text) }),
  "body-relax": requestOf(text),
  "body-drop": requestOf(text),
  "body-media-type-change": requestOf(text),
  "body-media-type-drop": documentOf({ requestBody: twoTypes }),
  "security-drop": secured,
  "security-alternative-drop": secured,
  "security-optional": secured,
  "security-swap": secured,
  "security-and": secured,
  "security-add": documentOf({}),
  "api-key-move": secured,
  "api-key-rename": secured,
  "http-scheme-change": secured,
  "response-status-change": documentOf({}),
  "response-drop": documentOf({ responses: two }),
  "response-media-type-change": responseOf(text),
  "response-media-type-drop": documentOf({ responses: { "200": { description: "Put.", ...twoTypes } } }),
  "response-list-wrap": responseOf(text),
  "header-drop": headerOf(text),
  "header-require": headerOf(text),
  "header-relax": headerOf(text, { required: true }),
  "header-rename": headerOf(text),
  "header-retype": headerOf(text),
  "example-rename": shown({ examples: { one: { value: "a" } } }),
  "example-change": shown({ example: { deep: [1] } }),
  "property-required-add": requestOf(thing),
  "property-required-drop": requestOf(must),
  "property-rename": requestOf(thing),
  "property-drop": requestOf(thing),
  "property-retype": requestOf({ type: "object", properties: { thing: component } }, { Thing: thing }),
  "read-only-add": requestOf(must),
  "read-only-drop": responseOf(marked("readOnly")),
  "write-only-add": responseOf(must),
  "write-only-drop": requestOf(marked("writeOnly")),
  "dependent-required-drop": requestOf({ type: "object", dependentRequired: { a: ["b"] } }),
  "additional-properties-open": requestOf({ type: "object", additionalProperties: false }),
  "additional-properties-close": requestOf(thing),
  "type-change": requestOf(text),
  "const-change": requestOf({ const: 1 }),
  "enum-value-add": requestOf({ enum: [true] }),
  "enum-value-drop": requestOf({ enum: ["a", "b"] }),
  "null-allow": requestOf(text),
  "null-forbid": requestOf({ type: ["string", "null"] }),
  "pattern-change": requestOf({ type: "string", pattern: "a" }),
  "pattern-drop": requestOf({ type: "string", pattern: "a" }),
  "format-add": requestOf(text),
  "format-change": requestOf({ type: "string", format: "uuid" }),
  "format-drop": requestOf({ type: "string", format: "uuid" }),
  "bound-tighten": requestOf({ type: "string", minLength: 1 }),
  "bound-loosen": requestOf({ type: "string", minLength: 1 }),
  "bound-drop": requestOf({ type: "string", minLength: 1 }),
  "unique-items-flip": requestOf({ type: "array", items: text }),
  "items-retype": requestOf({ type: "array", items: component }, { Thing: thing }),
  "prefix-items-drop": requestOf({ type: "array", prefixItems: [text, text] }),
  "branch-drop": requestOf({ oneOf: [text, { type: "integer" }] }),
};

test.each(Object.entries(documents))(
  "%s has something to change in a document made for it",
  (operator, document) => {
    const found = mutantsOf(document).filter((mutant) => mutant.operator === operator);
    expect(found.length).toBeGreaterThan(0);
    for (const mutant of found) expect(mutant.apply()).not.toEqual(document);
  },
);

const named = { type: "object", required: ["name"], properties: { name: text, age: text } };

test.each([
  [
    "renames a property where it is required, too",
    requestOf(named),
    "property-rename",
    "/name",
    { type: "object", required: ["nameX"], properties: { nameX: text, age: text } },
  ],
  [
    "requires no property that is gone",
    requestOf(named),
    "property-drop",
    "/name",
    { type: "object", properties: { age: text } },
  ],
  [
    "moves a bound by one",
    requestOf({ type: "string", maxLength: 5 }),
    "bound-tighten",
    "",
    { type: "string", maxLength: 4 },
  ],
  [
    "doubles a step",
    requestOf({ type: "number", multipleOf: 4 }),
    "bound-tighten",
    "",
    { type: "number", multipleOf: 8 },
  ],
  [
    "lists null where it allows it",
    requestOf({ type: "string", enum: ["a"] }),
    "null-allow",
    "",
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [
    "says nullable in OpenAPI 3.0",
    requestOf(text, {}, "3.0.3"),
    "null-allow",
    "",
    { type: "string", nullable: true },
  ],
  [
    "keeps nothing of a type that speaks of another",
    requestOf({ type: "string", enum: ["a"], maxLength: 5, description: "A." }),
    "type-change",
    "",
    { type: "integer", description: "A." },
  ],
  [
    "forgets the name of a branch that is gone",
    requestOf(
      {
        oneOf: [component, text],
        discriminator: { propertyName: "kind", mapping: { thing: "Thing", other: "Other" } },
      },
      { Thing: thing },
    ),
    "branch-drop",
    "/0",
    { oneOf: [text], discriminator: { propertyName: "kind", mapping: { other: "Other" } } },
  ],
  [
    "retypes what items refer to, for these items alone",
    requestOf({ type: "array", items: component }, { Thing: thing }),
    "items-retype",
    "",
    { type: "array", items: { type: "integer" } },
  ],
])("%s", (_, document, operator, end, want) => {
  const changed = mutantOf(document, operator, end)?.apply() ?? {};
  const schema = "#/paths/~1things/put/requestBody/content/application~1json/schema";
  expect(resolvePointer(changed, schema)).toEqual(want);
});

test("leaves alone what stands beside a reference in OpenAPI 3.0, where it says nothing", () => {
  const beside = { ...component, maxLength: 5 };
  const bounds = (openapi: string) =>
    mutantsOf(requestOf(beside, { Thing: text }, openapi)).filter(
      ({ operator }) => operator === "bound-drop",
    );
  expect([bounds("3.0.3").length, bounds("3.1.0").length]).toEqual([0, 1]);
});

test("names the operations that come to a place by whatever reference, and no others", () => {
  const body = { requestBody: json({ $ref: "#/components/schemas/Outer" }) };
  const responses = { "204": { description: "Done." } };
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/a": { put: { operationId: "putA", ...body, responses } },
      "/b": { put: { operationId: "putB", responses }, post: { operationId: "postB", ...body, responses } },
    },
    components: {
      schemas: {
        Outer: { type: "object", properties: { inner: { $ref: "#/components/schemas/Inner" } } },
        Inner: { type: "string", maxLength: 5 },
        Lonely: { type: "string", maxLength: 5 },
      },
    },
  };
  const bounds = mutantsOf(document).filter(({ operator }) => operator === "bound-drop");
  expect(bounds.map(({ id, operations }) => [id, operations])).toEqual([
    ["bound-drop #/components/schemas/Inner/maxLength", ["putA", "postB"]],
  ]);
});

test("comes to an end of a schema that contains itself", () => {
  const node = { type: "object", properties: { next: component }, allOf: [component] };
  expect(mutantsOf(requestOf(component, { Thing: node })).length).toBeGreaterThan(0);
});

test("lists in the order of the document, and then of the operators", () => {
  const ids = mutantsOf(requestOf(component, { Thing: { type: "string", maxLength: 5 } })).map(
    ({ id }) => id,
  );
  const component_ = ids.filter((id) => id.includes("#/components"));
  expect(component_).toEqual([
    "format-add #/components/schemas/Thing",
    "null-allow #/components/schemas/Thing",
    "type-change #/components/schemas/Thing/type integer",
    "bound-drop #/components/schemas/Thing/maxLength",
    "bound-loosen #/components/schemas/Thing/maxLength",
    "bound-tighten #/components/schemas/Thing/maxLength",
  ]);
  expect(ids.slice(-6)).toEqual(component_);
});

describe("of the five specs", () => {
  const apis: {
    readonly name: string;
    readonly document: JsonObject;
    readonly mutants: readonly Mutant[];
  }[] = [];

  beforeAll(async () => {
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    for (const { name, file } of await findApis(root)) {
      const result = await loadDocument(file);
      if (result.kind === "failed") throw new Error(`${name} does not load`);
      const document = deepFreeze(result.loaded.document);
      apis.push({ name, document, mutants: mutantsOf(document) });
    }
  });

  test("every mutant has an id of its own, the same each time", () => {
    expect(apis.length).toBe(5);
    for (const { document, mutants } of apis) {
      const ids = mutants.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(mutantsOf(document).map(({ id }) => id)).toEqual(ids);
    }
  });

  test("every mutant points at a place of the document, and at operations that come there", () => {
    const lost = apis.flatMap(({ document, mutants }) =>
      mutants.filter(
        ({ pointer, operations }) =>
          resolvePointer(document, pointer) === undefined || operations.length === 0,
      ),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test("a mutant differs from the document around its place alone, and the document stays as it is", () => {
    const astray = apis.flatMap(({ document, mutants }) =>
      mutants.filter(({ pointer, apply }) => {
        const around = pointer.split("/").slice(0, -2).join("/");
        const differences = diff(document, apply(), "#");
        const isNear = (place: string) =>
          place.startsWith(around) || place.startsWith("#/components/securitySchemes/mutantKey");
        return differences.length === 0 || !differences.every(isNear);
      }),
    );
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test("a mutant is a document that loads: its references lead somewhere, its paths have their parameters", () => {
    const broken = apis.flatMap(({ mutants }) =>
      mutants.filter(({ apply }) => {
        const changed = apply();
        const { operations } = buildModel(changed);
        const isWhole = operations.every(({ path, parameters }) => {
          const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
          const known = parameters.filter((one) => one.in === "path").map(({ name }) => name);
          return names.every((name) => name !== undefined && known.includes(name));
        });
        return !isWhole || !referencesOf(changed).every((one) => resolvePointer(changed, one) !== undefined);
      }),
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
  });
});

function deepFreeze(value: JsonObject): JsonObject {
  const pending: JsonValue[] = [value];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part !== "object" || part === null) continue;
    Object.freeze(part);
    pending.push(...Object.values<JsonValue>(part));
  }
  return value;
}

/** The innermost places at which two values differ; what is the same in memory is not looked at. */
function diff(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  pointer: string,
): readonly string[] {
  if (Object.is(before, after)) return [];
  const isBoth = (one: JsonValue | undefined): one is JsonObject => isJsonObject(one) || Array.isArray(one);
  if (!isBoth(before) || !isBoth(after)) return [pointer];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((name) => diff(before[name], after[name], joinPointer(pointer, name)));
}

function referencesOf(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (!isJsonObject(value)) return [];
  const { $ref: reference } = value;
  return [
    ...(typeof reference === "string" ? [reference] : []),
    ...Object.values(value).flatMap(referencesOf),
  ];
}
