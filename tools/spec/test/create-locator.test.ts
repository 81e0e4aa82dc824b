import { join } from "node:path";
import { expect, test } from "vitest";
import { createLocator } from "../src/create-locator.ts";
import { loadDocument } from "../src/load-document.ts";
import { readFrom } from "./support/read-from.ts";

async function locate(files: Readonly<Record<string, string>>, pointer: string, root = "openapi.yaml") {
  const readText = readFrom(files);
  const result = await loadDocument(`/house/${root}`, { readText });
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
  const locator = await createLocator(result.loaded, readText);
  const { file, line, column } = locator(pointer);
  return `${file.replace("/house/", "")}:${line}:${column}`;
}

const yaml = `# A comment.
openapi: 3.1.0
paths:
  /a/{b}:
    get:
      security: [{ key: [] }]
      parameters:
        - { name: b, in: path, schema: { $ref: "parts/b.yaml" } }
      responses:
        "200":
          $ref: parts/all.yaml#/answers/Found
  /c:
    summary: Mine.
    $ref: parts/c.json
components:
  schemas:
    Own:
      type: object
  securitySchemes:
    key:
      $ref: parts/all.yaml#/key
`;

const files = {
  "openapi.yaml": yaml,
  "parts/b.yaml": "# The letter b.\ntype: string\nmaxLength: 3\n",
  "parts/all.yaml": `key:
  type: apiKey
  in: header
  name: X-Key
answers:
  Found:
    description: Found.
    content:
      application/json:
        schema:
          $ref: "#/shapes/Pet"
shapes:
  Pet:
    type: object
    properties: { kind: { enum: [cat, dog] } }
`,
  "parts/c.json": `{
  "description": "From the file.",
  "get": { "responses": {
    "204": { "description": "Done." }
  } }
}`,
};

test.each([
  { name: "the whole document", pointer: "#", want: "openapi.yaml:2:1" },
  { name: "a key of the root file", pointer: "#/paths/~1a~1{b}/get", want: "openapi.yaml:5:5" },
  {
    name: "a member of a list",
    pointer: "#/paths/~1a~1{b}/get/parameters/0",
    want: "openapi.yaml:8:11",
  },
  { name: "what is not there", pointer: "#/components/schemas/Own/properties/x", want: "openapi.yaml:17:5" },
  { name: "a path that is gone", pointer: "#/paths/~1gone/get", want: "openapi.yaml:3:1" },
  {
    name: "a reference, which stays one",
    pointer: "#/paths/~1a~1{b}/get/responses/200/$ref",
    want: "openapi.yaml:11:11",
  },
  {
    name: "a component of a shared file",
    pointer: "#/components/responses/Found",
    want: "parts/all.yaml:6:3",
  },
  {
    name: "what a component of a shared file refers to in its own file",
    pointer: "#/components/schemas/Pet/properties/kind/enum/1",
    want: "parts/all.yaml:15:39",
  },
  {
    name: "what is not there in a shared file",
    pointer: "#/components/schemas/Pet/required",
    want: "parts/all.yaml:13:3",
  },
  {
    name: "a file that is a component whole",
    pointer: "#/components/schemas/b/maxLength",
    want: "parts/b.yaml:3:1",
  },
  {
    name: "an object of a path item in JSON",
    pointer: "#/paths/~1c/get/responses/204",
    want: "parts/c.json:4:5",
  },
  { name: "a text of a path item", pointer: "#/paths/~1c/description", want: "parts/c.json:2:3" },
  { name: "what stands beside a reference", pointer: "#/paths/~1c/summary", want: "openapi.yaml:13:5" },
  {
    name: "a security scheme of a shared file",
    pointer: "#/components/securitySchemes/key/name",
    want: "parts/all.yaml:4:3",
  },
])("finds $name", async ({ pointer, want }) => {
  expect(await locate(files, pointer)).toBe(want);
});

const json = String.raw`{ "openapi": "3.0.3", "x-\"quoted\" [{": [1, -2.5e3 , true,
    null, [], {}, "]}\\", { "deep" :{"er": 0}}],
  "paths": { "/a/~{b}%20c": {
	"get": { "responses": {} } }
} }
`;

test.each([
  { name: "a key", pointer: "#/paths", want: "3:3" },
  { name: "a key with slashes and tildes", pointer: "#/paths/~1a~1~0{b}%20c/get", want: "4:2" },
  { name: "a value without an end of its own", pointer: '#/x-"quoted" [{/1', want: "1:46" },
  { name: "a text that looks like an end", pointer: '#/x-"quoted" [{/6', want: "2:19" },
  { name: "a key after it", pointer: '#/x-"quoted" [{/7/deep/er', want: "2:38" },
  { name: "what is below a plain value", pointer: '#/x-"quoted" [{/2/no', want: "1:55" },
  { name: "an index that is none", pointer: '#/x-"quoted" [{/length', want: "1:23" },
  { name: "the whole document", pointer: "#", want: "1:1" },
])("finds in JSON $name", async ({ pointer, want }) => {
  expect(await locate({ "openapi.json": json }, pointer, "openapi.json")).toBe(`openapi.json:${want}`);
});

test("finds in YAML that looks like JSON", async () => {
  const text = "{ openapi: 3.1.0, 'x-a': '}',\n  paths: {} }\n";
  expect(await locate({ "openapi.yaml": text }, "#/paths")).toBe("openapi.yaml:2:3");
});

test("counts lines where they end with a carriage return", async () => {
  const given = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]),
  );
  expect(await locate(given, "#/components/schemas/Own")).toBe("openapi.yaml:17:5");
  expect(await locate(given, "#/components/schemas/b/maxLength")).toBe("parts/b.yaml:3:1");
});

test("names a file below the working directory by the path from there", async () => {
  const file = join(process.cwd(), "specs/a/openapi.yaml");
  const readText = async () => "openapi: 3.1.0\npaths: {}\n";
  const result = await loadDocument(file, { readText });
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
  expect((await createLocator(result.loaded))("#/paths")).toEqual({
    file: "specs/a/openapi.yaml",
    line: 2,
    column: 1,
  });
});

test("finds hundreds of places in a document of megabytes in no time", async () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `Schema${index}`);
  const schema = { type: "object", properties: { a: { type: "string", description: "x".repeat(200) } } };
  const document = {
    openapi: "3.1.0",
    paths: {},
    components: { schemas: Object.fromEntries(names.map((name) => [name, schema])) },
  };
  const text = JSON.stringify(document, null, 2);
  const locator = await createLocator({ file: "/house/openapi.json", text });
  const before = process.cpuUsage();
  const lines = names
    .slice(-500)
    .map((name) => locator(`#/components/schemas/${name}/properties/a/type`).line);
  const { user } = process.cpuUsage(before);
  expect(lines.slice(0, 2)).toEqual([19_500 * 9 + 10, 19_501 * 9 + 10]);
  expect(user / 1000).toBeLessThan(3000);
});
