import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { compile, load, makeFolder, plan, writeFiles } from "./support.ts";

/** What tries to get out of a comment, a literal, a template, a line, a tag and an object. */
const hostile =
  '*/ globalThis.broken = 1; /* "); globalThis.broken = 2; // `$' +
  "{globalThis.broken = 3}` ' \\ \n\u2028 globalThis.broken = 4; </script><img src=x onerror=y> __proto__ });//";

const text = JSON.stringify({
  openapi: "3.1.0",
  info: {
    title: hostile,
    summary: hostile,
    description: hostile,
    version: hostile,
    license: { name: hostile },
  },
  externalDocs: { url: `https://x.test/${hostile}`, description: hostile },
  servers: [
    {
      url: `https://{v}.x.test/${hostile}`,
      description: hostile,
      variables: {
        v: { default: hostile, enum: [hostile], description: hostile },
        [hostile]: { default: hostile },
      },
    },
  ],
  security: [{ [hostile]: [] }, { __proto__: [] }],
  paths: {
    [`/${hostile}/{${hostile}}`]: {
      post: {
        operationId: hostile,
        summary: hostile,
        description: hostile,
        deprecated: true,
        externalDocs: { url: `https://x.test/${hostile}` },
        parameters: ["path", "query", "header", "cookie"].map((location) => ({
          name: hostile,
          in: location,
          required: true,
          description: hostile,
          example: hostile,
          schema: { type: "string", enum: [hostile], default: hostile },
        })),
        requestBody: {
          required: true,
          description: hostile,
          content: {
            [`application/${hostile}json`]: {
              schema: { $ref: "#/components/schemas/Bad" },
              examples: { [hostile]: { summary: hostile, value: { [hostile]: hostile } } },
            },
            "application/json": { schema: { $ref: "#/components/schemas/Bad" } },
            [`multipart/${hostile}form-data`]: {
              schema: {
                type: "object",
                properties: { [hostile]: { enum: [hostile], description: hostile } },
              },
              encoding: { [hostile]: { contentType: hostile } },
            },
          },
        },
        responses: {
          "200": {
            description: hostile,
            headers: { [hostile]: { description: hostile, example: hostile, schema: { type: "integer" } } },
            content: { [hostile]: {}, "application/json": { schema: true } },
          },
          "201": {
            description: hostile,
            content: {
              "application/json": {
                schema: { oneOf: [{ $ref: "#/components/schemas/Heir" }, { const: hostile }] },
              },
            },
          },
          [hostile]: { description: hostile },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      [hostile]: { type: "apiKey", in: "header", name: hostile, description: hostile },
    },
    schemas: {
      Bad: {
        title: hostile,
        description: hostile,
        type: "object",
        required: [hostile],
        "x-inferred": hostile,
        properties: {
          [hostile]: {
            type: "string",
            description: hostile,
            enum: [hostile],
            default: hostile,
            examples: [hostile],
          },
          format: { type: "string", format: hostile, const: hostile, pattern: hostile },
        },
      },
      [hostile]: { description: hostile, type: "string" },
      Base: {
        discriminator: { propertyName: hostile },
        type: "object",
        properties: { a: { type: "string" } },
      },
      Heir: { allOf: [{ $ref: "#/components/schemas/Base" }], properties: { [hostile]: { type: "string" } } },
    },
  },
});

test("lets nothing of a hostile document become code", async () => {
  const folder = await makeFolder();
  const files = [...plan(await load(text, "openapi.json"), { source: hostile })];
  await writeFiles(
    folder,
    files.map(([path, content]) => ({ path, content })),
  );
  expect(await compile(folder)).toEqual([]);

  for (const [path, content] of files.filter(([name]) => name.endsWith(".ts"))) {
    const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ES2022 };
    const { outputText } = ts.transpileModule(content, { compilerOptions });
    // What runs is looked at without its imports: only the text of the document is on trial.
    const alone = outputText
      .replace(/^import .*$|^export (type )?(\*|\{.*\}) from.*$/gm, "")
      .replace(/^export /gm, "");
    const stubs = "const createCaller = () => {}, validators = {}, validation = { createSchema: () => {} };";
    await writeFiles(folder, [{ path: `${path}.mjs`, content: `${stubs}\n${alone}` }]);
    await import(pathToFileURL(join(folder, `${path}.mjs`)).href);
  }
  expect(globalThis).not.toHaveProperty("broken");
});

test("lets no tag of a hostile document into the README, and keeps its tables in shape", async () => {
  const readme = plan(await load(text, "openapi.json")).get("README.md") ?? "";
  const outsideCode = readme.replace(/```ts\n.*?```/gs, "").replace(/(`+)[^\n]*?\1/g, "");
  expect(outsideCode).not.toMatch(/<(?!https:)[a-z/!]/i);
  const rows = readme.split("\n").filter((line) => line.startsWith("| "));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/ \|$/);
});

test("writes a manifest of a hostile document that is JSON and says no more than it should", async () => {
  const manifest = JSON.parse(plan(await load(text, "openapi.json")).get("package.json") ?? "");
  expect(Object.keys(manifest.scripts)).toEqual(["build", "prepack"]);
  expect(manifest.name).toBe("@acme/pets");
});
