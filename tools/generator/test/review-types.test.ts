import { fileURLToPath } from "node:url";
import { findApis, type LoadedDocument, loadDocument, resolvePointer } from "@specmill/spec";
import { expect, test } from "vitest";
import { emitOperationTypes } from "../src/emit-operation-types.ts";
import { emitSchemaTypes } from "../src/emit-schema-types.ts";
import { listExports } from "../src/list-exports.ts";
import { pruneDocument } from "../src/prune-document.ts";
import { compile, load, makeFolder, plan, writeFiles } from "./support.ts";

const zoo = `openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: "https://zoo.test" }]
paths:
  /animals/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get: { operationId: readAnimal, responses: { "200": { $ref: "#/components/responses/Animal" } } }
    put:
      operationId: write-animal
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Animal" } } } }
      responses: { "200": { $ref: "#/components/responses/Animal" }, "204": { description: None. } }
  /keepers:
    get:
      operationId: listKeepers
      responses:
        default:
          description: Them.
          headers: { X-Count: { schema: { type: integer } } }
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Keeper" } } } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  responses:
    Animal: { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Animal" } } } }
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Animal:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
      discriminator: { propertyName: kind, mapping: { tom: Cat } }
    Cat: { type: object, required: [kind], properties: { kind: { type: string }, id: { type: string, readOnly: true } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string }, kennel: { $ref: "#/components/schemas/Keeper/properties/home" } } }
    Keeper: { type: object, properties: { home: { type: object, properties: { street: { type: string } } }, boss: { $ref: "#/components/schemas/Keeper" } } }
    Base: { type: object, discriminator: { propertyName: sort }, properties: { sort: { type: string } } }
    Middle: { allOf: [{ $ref: "#/components/schemas/Base" }], properties: { own: { type: string } } }
    Heir: { allOf: [{ $ref: "#/components/schemas/Middle" }], properties: { more: { type: string } } }
    Unused: { type: object, example: { $ref: "#/components/schemas/Heir" } }
`;

/** Each declaration of a module by its name. */
function declarations(source: string): ReadonlyMap<string, string> {
  const parts = source.split(/^(?=export )/m).filter((part) => part.startsWith("export "));
  return new Map(
    parts.map((part) => [
      /^export (?:interface|type) (\w+)/.exec(part)?.[1] ?? "",
      part.replace(/\n\/\*\*.*$/s, "").trim(),
    ]),
  );
}

test.each(["Animal", "Keeper", "Dog", "Cat", "Heir", "Middle", "Base", "Unused"])(
  "%s has the type that it has in the package, and so has all that it reaches",
  async (name) => {
    const loaded = await load(zoo);
    const pointer = `#/components/schemas/${name}`;
    const types = emitSchemaTypes(loaded, [
      { pointer, direction: "response" },
      { pointer, direction: "request" },
    ]);
    if (types.kind === "failed") throw new Error(types.reason);
    const whole = declarations(plan(loaded).get("src/models.ts") ?? "");
    const own = declarations(types.models);
    expect([...own.keys()]).toContain(name);
    for (const [key, text] of own) {
      if (!/^(HeirOf|Choice\d)/.test(key)) expect(text).toBe(whole.get(key));
    }
  },
);

test("the operations have the types that they have in the package", async () => {
  const loaded = await load(zoo);
  const whole = declarations(plan(loaded).get("src/client.ts") ?? "");
  for (const id of ["readAnimal", "write-animal", "listKeepers"]) {
    const types = emitOperationTypes(loaded, [id]);
    if (types.kind === "failed") throw new Error(types.reason);
    const own = [...declarations(types.operations)].filter(([key]) => key !== "Operations");
    expect(own.length).toBeGreaterThan(0);
    for (const [key, text] of own) expect(text).toBe(whole.get(key));
  }
});

test("what a place does not reach is not made a type", async () => {
  const loaded = await load(zoo);
  const types = emitSchemaTypes(loaded, [{ pointer: "#/components/schemas/Unused", direction: "request" }]);
  if (types.kind === "failed") throw new Error(types.reason);
  expect([...declarations(types.models).keys()]).toEqual(["Unused"]);
});

test("the modules of places and operations compile", async () => {
  const loaded = await load(zoo);
  const schemas = Object.keys(resolvePointer(loaded.document, "#/components/schemas") ?? {});
  const places = schemas.flatMap((name) =>
    (["request", "response"] as const).map((direction) => ({
      pointer: `#/components/schemas/${name}`,
      direction,
    })),
  );
  const types = emitSchemaTypes(loaded, places);
  const operations = emitOperationTypes(loaded, ["listKeepers", "write-animal", "listKeepers"]);
  if (types.kind === "failed" || operations.kind === "failed") throw new Error("No types were made.");
  expect(types.places).toContain("readonly place0: models.AnimalWrite;");
  expect(types.places).toContain("readonly place1: models.Animal;");
  expect(operations.operations).toContain("operation1: { given: { given: WriteAnimalArguments }");
  expect(operations.operations).not.toContain("ReadAnimal");
  expect(operations.answers).toEqual([
    [{ status: "default", mediaTypes: ["application/json"] }],
    [
      { status: "200", mediaTypes: ["application/json"] },
      { status: "204", mediaTypes: [] },
    ],
    [{ status: "default", mediaTypes: ["application/json"] }],
  ]);
  const folder = await makeFolder();
  await writeFiles(folder, [
    { path: "package.json", content: '{ "type": "module" }' },
    { path: "places/models.ts", content: types.models },
    { path: "places/places.ts", content: types.places },
    { path: "operations/models.ts", content: operations.models },
    { path: "operations/operations.ts", content: operations.operations },
  ]);
  expect(await compile(folder)).toEqual([]);
});

test("a pointer to nothing and an unknown operation are errors", async () => {
  const loaded = await load(zoo);
  expect(() => emitSchemaTypes(loaded, [{ pointer: "#/nowhere", direction: "request" }])).toThrow(
    "#/nowhere",
  );
  expect(() => emitOperationTypes(loaded, ["unheardOf"])).toThrow("unheardOf");
});

test("a pruned document keeps each thing at its place, and follows references into names of any kind", () => {
  const document = {
    components: {
      schemas: {
        "a/b~ c": { properties: { example: { $ref: "#/components/schemas/Next" } } },
        Next: {
          $ref: "#/paths/~1x/get/responses/200/content/a~1b/schema",
          default: { $ref: "#/components/schemas/No" },
        },
        No: {},
      },
      parameters: { P: {} },
    },
    paths: { "/x": { get: {} }, "/y": {} },
  };
  expect(pruneDocument(document, { root: { $ref: "#/components/schemas/a~1b~0%20c" } })).toEqual({
    root: { $ref: "#/components/schemas/a~1b~0%20c" },
    components: {
      schemas: { "a/b~ c": document.components.schemas["a/b~ c"], Next: document.components.schemas.Next },
    },
    paths: { "/x": { get: {} } },
  });
});

const constant = [
  "CallError",
  "CallEvent",
  "CallOptions",
  "Credential",
  "Failure",
  "createValidation",
  "operations",
  "specDigest",
  "unwrap",
];

/** The names in a package's API report, each with what it is imported from. */
function readReport(report: string): readonly string[] {
  return report.split(/^## /m).flatMap((section) => {
    const [, subpath = ""] = /^`@[^/]+\/[^/`]+(\/\w+)?`/.exec(section) ?? [];
    const names = section.match(/^export (?:declare )?(?:interface|type|function|const|class) (\w+)/gm) ?? [];
    return names.map((line) => `.${subpath} ${line.split(" ").at(-1)}`);
  });
}

async function documents(): Promise<readonly (readonly [api: string, loaded: LoadedDocument])[]> {
  const apis = await findApis(fileURLToPath(new URL("../../..", import.meta.url)));
  const house = apis.map(async ({ name, file }) => {
    const result = await loadDocument(file);
    if (result.kind === "failed") throw new Error(`${name} does not load.`);
    return [name, result.loaded] as const;
  });
  return [...(await Promise.all(house)), ["pets", await load(zoo)]];
}

test("the names that are listed are those of the API report", async () => {
  for (const [api, loaded] of await documents()) {
    const report = plan(loaded, { name: `@acme/${api}`, api }).get(`etc/${api}.api.md`) ?? "";
    const reported = readReport(report).filter((name) => !constant.includes(name.split(" ").at(-1) ?? ""));
    const listed = listExports(loaded, api).filter(({ of }) => of !== "method");
    expect(reported.length).toBeGreaterThan(5);
    expect(listed.map(({ of, name }) => `${of} ${name}`).toSorted()).toEqual(reported.toSorted());
  }
});

test("the methods that are listed are those of the client", async () => {
  const loaded = await load(zoo);
  const methods = listExports(loaded, "pets").filter(({ of }) => of === "method");
  expect(methods.map(({ name }) => name)).toEqual(["readAnimal", "writeAnimal", "listKeepers"]);
  const client = plan(loaded).get("src/client.ts") ?? "";
  for (const { name } of methods) expect(client).toContain(`readonly ${name}: Call<`);
});
