import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findApis, loadDocument } from "@specmill/spec";
import { expect, test } from "vitest";
import { planPackage } from "../src/plan-package.ts";
import { compile, load, makeFolder, plan, settings, writeFiles } from "./support.ts";

const odd = `openapi: 3.1.0
info: { title: Odd, version: "1" }
servers: [{ url: "https://{region}.odd.test/v1", variables: { region: { default: eu, enum: [eu, us] } } }, { url: /relative }]
security: [{ key: [], token: [] }, {}]
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: then
      deprecated: true
      parameters:
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
        - { name: near, in: query, style: deepObject, explode: true, schema: { type: object, properties: { lat: { type: number } } } }
        - { name: X-Trace, in: header, required: true, schema: { type: string } }
        - { name: session, in: cookie, schema: { type: string } }
        - { name: Accept, in: header, schema: { type: string } }
      responses:
        "2XX": { description: Fine., content: { application/json: { schema: { $ref: "#/components/schemas/Response" } }, text/plain: {} } }
        "404": { description: Gone. }
        default: { description: Else., content: { application/problem+json: { schema: { type: object } } } }
    head:
      responses: { "200": { description: Fine., content: { application/json: {} } } }
    delete:
      security: []
      responses: { "204": { description: Done. } }
    post:
      operationId: things/add#now
      requestBody:
        content:
          application/json: { schema: { $ref: "#/components/schemas/Record" } }
          application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string, default: b } } } }
          application/octet-stream: {}
      responses: { default: { description: Any., content: { image/png: {} } } }
components:
  securitySchemes:
    key: { type: apiKey, in: cookie, name: k }
    token: { type: http, scheme: Basic }
    tls: { type: mutualTLS }
  schemas:
    Response: { type: object, properties: { file: { type: string, format: binary } } }
    Record: { type: object, additionalProperties: { $ref: "#/components/schemas/Record" } }
    ThenResult: { type: string }
    operations: { type: string, enum: [a, 1, null] }
`;

test("writes what a caller needs, and nothing else, for a document with everything odd", async () => {
  const files = plan(await load(odd));
  const client = files.get("src/client.ts") ?? "";
  expect(client).toContain(
    "  readonly then_: Call<[given: ThenArguments, options?: CallOptions], ThenResult>;",
  );
  expect(client).toContain("    then_: call(then_Operation),\n");
  expect(client).toContain("   * @deprecated The document marks this operation as deprecated.");
  expect(client).toContain("  readonly path: {\n    readonly id: string;\n  };");
  expect(client).toContain("    readonly tags?: readonly string[] | undefined;");
  expect(client).toContain(
    "    readonly near?: {\n      readonly lat?: number;\n    } | undefined;\n  } | undefined;",
  );
  expect(client).toContain("  /** Cookies. A browser lets no page set them. */\n  readonly cookies?: {");
  expect(client).toContain(
    [
      "  /** Fine. */",
      '  | Documented<true, "2XX", models.Response, object, "application/json">',
      "  /** Fine. */",
      '  | Documented<true, "2XX", string, object, "text/plain">',
    ].join("\n"),
  );
  expect(client).toContain("  | Documented<false, 404, undefined>\n");
  expect(client).toContain(
    '  | Documented<false, "default", ThenDefaultBody, object, "application/problem+json">\n',
  );
  expect(client).toContain(
    '  | Documented<true, "default", Blob, object, "image/png">\n  /** Any. */\n  | Documented<false, "default", Blob, object, "image/png">\n',
  );
  expect(client).toContain('{ name: "near", in: "query", style: "deepObject", explode: true }');
  expect(client).toContain("  security: [[keyScheme, tokenScheme]],\n");
  expect(client).toContain("  readonly token?: Credential<BasicCredential>;\n");
  expect(client).toContain("HeadThingsIdResult =\n  /** Fine. */\n  | Documented<true, 200, undefined>\n");
  expect(client).not.toContain("tls");
  expect(client).not.toContain("/relative");
  expect(client).not.toContain('name: "Accept"');
  expect(client).toContain(
    [
      "      /** The media type of the body. */",
      '      readonly contentType?: "application/json" | undefined;',
      "      /** The body. */",
      "      readonly body?: models.Record | undefined;",
    ].join("\n"),
  );
  expect(files.get("src/models.ts")).toContain("export type ThenResult2 = string;");
  expect([...files.keys()]).not.toContain("src/types.ts");
});

test("compiles under TypeScript 5.9 and 7 for documents that are odd, empty of answers, and knotted", async () => {
  const folder = await makeFolder();
  const knotted = `openapi: 3.1.0
info: { title: Knotted, version: "1" }
paths:
  /silent: { get: { operationId: silent, responses: {} } }
  /knot:
    post:
      operationId: knot
      requestBody: { content: { application/json: { schema: { type: object, properties: { next: { $ref: "#/paths/~1knot/post/requestBody/content/application~1json/schema" } } } } } }
      responses: { "200": { description: A., content: { application/json: { schema: { $ref: "#/paths/~1knot/post/requestBody/content/application~1json/schema/properties/next" } } } } }
`;
  for (const [path, content] of plan(await load(knotted)))
    await writeFiles(folder, [{ path: `knotted/${path}`, content }]);
  await writeFiles(
    folder,
    [...plan(await load(odd))].map(([path, content]) => ({ path, content })),
  );
  expect(await compile(folder)).toEqual([]);
});

test("demands a base URL where the document names no host", async () => {
  const client = plan(await load(odd.replace('"https://{region}.odd.test/v1"', "/"))).get("src/client.ts");
  expect(client).toContain("  readonly baseUrl: string;\n");
  expect(client).toContain("createPetsClient(options: PetsClientOptions): PetsClient {");
});

test("makes the same bytes of the same document, and leaves the document as it was", async () => {
  const loaded = await load(odd);
  const before = JSON.stringify(loaded);
  expect([...plan(loaded)]).toEqual([...plan(loaded)]);
  expect(JSON.stringify(loaded)).toBe(before);
});

test("writes text files alone: no carriage return, one final newline, no path of this machine", async () => {
  const loaded = await load(odd.replaceAll("\n", "\r\n"));
  for (const [path, content] of plan(loaded)) {
    expect(content, path).not.toContain("\r");
    expect(content, path).toMatch(/[^\n]\n$/);
    expect(content, path).not.toContain(join(loaded.file, ".."));
  }
});

const minimal = (paths: string) => `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n${paths}`;
const get = (id: string) => `{ get: { operationId: ${id}, responses: { "200": { description: A. } } } }`;

test.each([
  {
    name: "no operation",
    given: `openapi: 3.1.0\ninfo: { title: A, version: "1" }\nwebhooks: {}\n`,
    want: { rule: "no-operations" },
  },
  {
    name: "two operations with one id",
    given: minimal(`  /a: ${get("x")}\n  /b: ${get("x")}\n`),
    want: { rule: "operation-id-unique", line: 5, message: 'The operationId "x" also names GET /a.' },
  },
  {
    name: "a schema that is no schema",
    given: minimal(
      `  /a: ${get("x")}\ncomponents: { schemas: { A: { type: object, properties: { b: 7 } } } }\n`,
    ),
    want: { rule: "types-not-generated", hint: expect.stringContaining("specmill lint") },
  },
])("tells of $name as a problem with its place", async ({ given, want }) => {
  const result = planPackage(await load(given), settings);
  expect(result).toMatchObject({ kind: "failed", problems: [{ severity: "error", ...want }] });
});

test.each([
  "summary: 7",
  "deprecated: yes please",
  "parameters: {}",
  "parameters: [7, null, {}]",
  "requestBody: []",
  "responses: []",
  "responses: { 200: null }",
  "responses: { teapot: {} }",
  "security: {}",
  "security: [7]",
  "servers: 7",
  "servers: [{}]",
  "servers: [{ url: 7, variables: [] }]",
  "externalDocs: 7",
  "tags: 7",
])("makes something of an operation with `%s`, or says why not", async (member) => {
  const text = minimal(`  /a:\n    get:\n      operationId: a\n      ${member}\n`);
  const result = planPackage(await load(text), settings);
  if (result.kind === "failed") expect(result.problems[0]?.message).toMatch(/\w/);
  else expect(result.files.map(({ path }) => path)).toContain("src/client.ts");
});

test("writes a README for each API of this house whose example compiles against its package", async () => {
  const folder = await makeFolder();
  for (const { name, file } of await findApis(fileURLToPath(new URL("../../..", import.meta.url)))) {
    const result = await loadDocument(file);
    if (result.kind === "failed") throw new Error(`${name} cannot be loaded`);
    const files = [...plan(result.loaded, { name: "./src/index.js", api: name })];
    const example = /```ts\n(.*?)```/s.exec(new Map(files).get("README.md") ?? "")?.[1];
    expect(example, name).toMatch(/^import \{ create\w+Client \}/);
    expect(example?.split("\n").length, name).toBeLessThanOrEqual(16);
    await writeFiles(join(folder, name), [
      ...files.map(([path, content]) => ({ path, content })),
      {
        path: "example.ts",
        content: `declare const console: { log(...x: unknown[]): void; error(...x: unknown[]): void };\n${example}`,
      },
    ]);
  }
  expect(await compile(folder)).toEqual([]);
});
