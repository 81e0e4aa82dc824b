import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import { readFrom } from "./support/read-from.ts";

async function loadFrom(files: { readonly [path: string]: string }, root = "openapi.yaml") {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-spec-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, result: await loadDocument(join(folder, root)) };
}

const head = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\n';
const answering = (schema: string) =>
  `${head}paths:\n  /a:\n    get:\n      responses:\n        "200":\n          description: A.\n          content: { application/json: { schema: ${schema} } }\n`;

test("pulls what lies in other files into the components, and tells which files those were", async () => {
  const { folder, result } = await loadFrom({
    "openapi.yaml": answering('{ $ref: "parts/pet.yaml#/Pet" }'),
    "parts/pet.yaml": 'Pet: { type: object, properties: { owner: { $ref: "../owner.json" } } }\n',
    "owner.json": '{ "type": "string" }',
  });
  expect(result).toMatchObject({
    kind: "loaded",
    loaded: {
      version: "3.1",
      document: {
        paths: {
          "/a": {
            get: {
              responses: {
                200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } },
              },
            },
          },
        },
        components: { schemas: { Pet: { type: "object" }, owner: { type: "string" } } },
      },
      files: ["openapi.yaml", "owner.json", "parts/pet.yaml"].map((file) => join(folder, file)),
    },
  });
});

test.each([
  {
    name: "JSON",
    file: "openapi.json",
    text: '{ "openapi": "3.0.3", "info": {}, "paths": {} }',
    want: "3.0",
  },
  {
    name: "a byte order mark and carriage returns",
    file: "a.yaml",
    text: "\uFEFFopenapi: 3.1.1\r\npaths: {}\r\n",
    want: "3.1",
  },
  {
    name: "anchors and merge keys",
    file: "a.yaml",
    text: `${head}paths: {}\nx-a: &a { b: 1 }\nx-c: { <<: *a }\n`,
    want: "3.1",
  },
])("reads a document with $name", async ({ file, text, want }) => {
  const { result } = await loadFrom({ [file]: text }, file);
  expect(result).toMatchObject({ kind: "loaded", loaded: { version: want } });
});

test.each([
  { name: "an empty file", text: "", want: { rule: "unsupported-document", line: 1 } },
  {
    name: "a list",
    text: "- 1\n",
    want: { rule: "unsupported-document", message: expect.stringContaining("not a mapping") },
  },
  { name: "bad YAML", text: "openapi: 3.1.0\n  bad: [\n", want: { rule: "yaml-syntax", line: 2, column: 6 } },
  {
    name: "a key that is there twice",
    text: `${head}paths: {}\npaths: {}\n`,
    want: { rule: "yaml-syntax", line: 4 },
  },
  { name: "a null byte", text: "\0", want: { rule: "yaml-syntax" } },
  {
    name: "Swagger",
    text: 'swagger: "2.0"\n',
    want: { rule: "unsupported-document", message: 'Swagger "2.0" is not supported.' },
  },
  { name: "OpenAPI 3.2", text: "x-a: 1\nopenapi: 3.2.0\n", want: { rule: "unsupported-document", line: 2 } },
  {
    name: "a version that YAML takes for a number",
    text: "openapi: 3.1\n",
    want: { rule: "unsupported-document", line: 1 },
  },
  { name: "no version", text: "info: {}\n", want: { rule: "unsupported-document" } },
  {
    name: "components that are nothing but references to each other",
    text: `${head}paths: {}
components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } }
`,
    want: { message: expect.stringContaining("never ends") },
  },
  {
    name: "an alias of itself",
    text: `${head}paths: &a { b: *a }\n`,
    want: { message: expect.stringContaining("never ends") },
  },
  {
    name: "a $ref that takes in its own document",
    text: 'openapi: 3.1.0\ninfo: { description: { $ref: "#/" } }\npaths: {}\n',
    want: { message: expect.stringContaining("never ends") },
  },
  {
    name: "values nested ten thousand deep",
    text: `${head}paths: {}\nx-a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`,
    want: { severity: "error" },
  },
  {
    name: "a $ref to a file that is not there",
    text: answering("{ $ref: none.yaml }"),
    want: { rule: "no-unresolved-refs", line: 9, column: 50 },
  },
  {
    name: "a $ref to nothing",
    text: answering('{ $ref: "#/components/schemas/None" }'),
    want: { rule: "no-unresolved-refs", line: 9 },
  },
  {
    name: "a $ref to another host",
    text: answering('{ $ref: "https://x.test/a.yaml" }'),
    want: { rule: "no-unresolved-refs", message: expect.stringContaining("leaves this machine") },
  },
])("tells of $name with its place and what to do", async ({ text, want }) => {
  const { folder, result } = await loadFrom({ "openapi.yaml": text });
  if (result.kind !== "failed") throw new Error("the document was loaded");
  const [problem] = result.problems;
  expect(problem).toMatchObject({ severity: "error", file: join(folder, "openapi.yaml"), ...want });
  expect(problem?.hint).toMatch(/\w/);
  expect(problem?.line).toBeGreaterThan(0);
  expect(problem?.column).toBeGreaterThan(0);
});

test("tells of a file that is not there, and of a folder", async () => {
  const { folder } = await loadFrom({ "a/b.yaml": "" });
  for (const path of ["none.yaml", "a"]) {
    expect(await loadDocument(join(folder, path))).toMatchObject({
      kind: "failed",
      problems: [{ rule: "file-not-readable", line: 1, column: 1 }],
    });
  }
});

test("tells of two components that would get one name", async () => {
  const { result } = await loadFrom({
    "openapi.yaml": `${answering('{ $ref: "a.yaml#/Pet" }')}  /b:\n    get:\n      responses:\n        "200":\n          description: B.\n          content: { application/json: { schema: { $ref: "b.yaml#/Pet" } } }\n`,
    "a.yaml": "Pet: { type: string }\n",
    "b.yaml": "Pet: { type: number }\n",
  });
  expect(result).toMatchObject({
    kind: "failed",
    problems: [{ severity: "error", message: expect.stringContaining("Pet") }],
  });
});

test("reads the root and all that it refers to through the function it is given", async () => {
  const readText = readFrom({
    "openapi.yaml": answering('{ $ref: "parts/pet.yaml#/Pet" }'),
    "parts/pet.yaml": "Pet:\r\n  type: string\r\n",
  });
  expect(await loadDocument("/house/openapi.yaml", { readText })).toMatchObject({
    kind: "loaded",
    loaded: {
      file: "/house/openapi.yaml",
      document: { components: { schemas: { Pet: { type: "string" } } } },
      files: ["/house/openapi.yaml", "/house/parts/pet.yaml"],
      origins: new Map([["#/components/schemas/Pet", { file: "/house/parts/pet.yaml", pointer: "#/Pet" }]]),
    },
  });
});

test.each([
  {
    name: "root",
    files: {},
    want: { rule: "file-not-readable", message: "The document cannot be read: there is no such file." },
  },
  {
    name: "referred file",
    files: { "openapi.yaml": answering('{ $ref: "pet.yaml" }') },
    want: { rule: "no-unresolved-refs", file: "/house/openapi.yaml", line: 9 },
  },
])("tells of a $name that is not there for the function it is given", async ({ files, want }) => {
  const result = await loadDocument("/house/openapi.yaml", { readText: readFrom(files) });
  expect(result).toMatchObject({ kind: "failed", problems: [want] });
});

test("tells where JSON names a member twice", async () => {
  const { result } = await loadFrom(
    { "openapi.json": '{ "openapi": "3.0.3",\n "paths": {},\n "paths": {} }' },
    "openapi.json",
  );
  expect(result).toMatchObject({ kind: "failed", problems: [{ rule: "yaml-syntax", line: 3 }] });
});

test("a document in one file has no origins to tell", async () => {
  const { result } = await loadFrom({ "openapi.yaml": answering("{ type: string }") });
  expect(result).toMatchObject({ kind: "loaded" });
  expect(result).not.toHaveProperty("loaded.origins");
});
