import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { type JsonObject, type LoadedDocument, loadDocument } from "@specmill/spec";
import { expect, test } from "vitest";
import { compileConsumers } from "../../src/types/compile-consumers.ts";
import { loadedOf } from "./support.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

function shop(properties: JsonObject, operationId = "readThing"): LoadedDocument {
  return loadedOf(
    { Thing: { type: "object", properties } },
    {
      paths: {
        "/things/{id}": {
          get: {
            operationId,
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
            responses: {
              200: {
                description: "The thing.",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
              },
            },
          },
        },
      },
    },
  );
}

const base = shop({ a: { type: "string" }, b: { type: "string" } });
const head = shop({ a: { type: "string" } });
const shopping = { api: "shop", packageName: "@specmill/shop", base, head, root };

const uses = (property: string) => `import { createShopClient } from "@specmill/shop";

const result = await createShopClient().readThing({ path: { id: "1" } });
if (result.ok) console.log(result.data.${property});
`;

test("code that compiles against the old package and not the new one is broken, and where", async () => {
  const result = await compileConsumers({
    ...shopping,
    consumers: [
      { name: "a.ts", language: "ts", text: uses("a") },
      { name: "b.ts", language: "ts", text: uses("b"), path: "specs/shop/b.ts" },
      { name: "c.ts", language: "ts", text: uses("c") },
    ],
  });
  expect(result).toEqual({
    kind: "compiled",
    verdicts: [
      { name: "a.ts", kind: "compiles", complaints: [] },
      {
        name: "b.ts",
        kind: "broken",
        complaints: [{ message: "Property 'b' does not exist on type 'Thing'.", place: "b.ts:4:40" }],
      },
      {
        name: "c.ts",
        kind: "unusable",
        complaints: [{ message: "Property 'c' does not exist on type 'Thing'.", place: "c.ts:4:40" }],
      },
    ],
  });
});

const readme = `# Shop

\`\`\`ts
${uses("a")}\`\`\`

- Within a list:

  \`\`\`\`typescript twoslash
${uses("b").replaceAll(/^(?=.)/gm, "  ")}  \`\`\`\`

~~~js
nothing.ofOurs();
~~~

\`\`\`
${uses("b")}
\`\`\`

~~~TS
this is no program
~~~

\`\`\`ts
const result: string = "each block is a module of its own";
import { readFile } from "node:fs/promises";
export const text = readFile(result);
`;

test("a line that was expected to be refused, and is taken now, breaks nobody", async () => {
  const text = `${uses("a")}// @ts-expect-error there is no such property
if (result.ok) console.log(result.data.b);
`;
  const loosened = await compileConsumers({
    ...shopping,
    base: head,
    head: base,
    consumers: [{ name: "a.ts", language: "ts", text }],
  });
  expect(loosened).toEqual({
    kind: "compiled",
    verdicts: [{ name: "a.ts", kind: "compiles", complaints: [] }],
  });
});

test("each program of a Markdown file is one of its own, told by its lines in the file", async () => {
  const consumers = [{ name: "README.md", language: "md", text: readme } as const];
  const result = await compileConsumers({ ...shopping, consumers });
  if (result.kind !== "compiled") throw new Error("The packages were not made.");
  expect(result.verdicts.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "README.md#1 compiles",
    "README.md#2 broken",
    "README.md#3 unusable",
    "README.md#4 compiles",
  ]);
  const [complaint] = result.verdicts[1]?.complaints ?? [];
  const [, line, column] = /^README\.md:(\d+):(\d+)$/.exec(complaint?.place ?? "") ?? [];
  const told = readme.split("\n")[Number(line) - 1] ?? "";
  expect(told.slice(Number(column) - 1)).toBe("b);");
});

test("all ways into the package are those of the document", async () => {
  const text = `import { operations } from "@specmill/shop/schemas";
import { createShopTestFetch } from "@specmill/shop/testing";
import manifest from "@specmill/shop/package.json";
export const name: string = manifest.name;
export const schema = operations.readThing;
export const server = createShopTestFetch();
`;
  const result = await compileConsumers({
    ...shopping,
    head: shop({}, "getThing"),
    consumers: [
      { name: "ways.ts", language: "ts", text },
      { name: "inside.ts", language: "ts", text: 'import "@specmill/shop/client";\n' },
    ],
  });
  if (result.kind !== "compiled") throw new Error("The packages were not made.");
  expect(result.verdicts[0]).toMatchObject({
    kind: "broken",
    complaints: [{ message: expect.stringContaining("readThing"), place: "ways.ts:5:34" }],
  });
  expect(result.verdicts[1]?.kind).toBe("unusable");
});

test("the contract test of a house's API compiles, and breaks with its document", async () => {
  const loaded = await loadDocument(`${root}specs/upsun-profile/openapi.yaml`);
  if (loaded.kind !== "loaded") throw new Error("The document does not load.");
  const text = JSON.stringify(loaded.loaded.document).replaceAll('"legal_entity_name"', '"legal_name"');
  const path = "specs/upsun-profile/contract.test.ts";
  const result = await compileConsumers({
    api: "upsun-profile",
    packageName: "@specmill/upsun-profile",
    base: loaded.loaded,
    head: { ...loaded.loaded, document: JSON.parse(text) },
    consumers: [
      { name: path, path, language: "ts", text: await readFile(`${root}${path}`, "utf8") },
      {
        name: "README.md",
        path: "packages/upsun-profile/README.md",
        language: "md",
        text: await readFile(`${root}packages/upsun-profile/README.md`, "utf8"),
      },
    ],
    root,
  });
  if (result.kind !== "compiled") throw new Error("The packages were not made.");
  const [contract, ...programs] = result.verdicts;
  expect(contract?.kind).toBe("broken");
  expect(JSON.stringify(contract?.complaints)).toContain("legal_entity_name");
  expect(programs.length).toBeGreaterThan(5);
  expect(programs.filter(({ kind }) => kind !== "compiles")).toEqual([]);
});

test("a path that leads out of the house is not followed", async () => {
  const consumers = [
    { name: "a", language: "ts", text: uses("a"), path: "../../../../../../tmp/specmill-escaped/a.ts" },
    { name: "b", language: "ts", text: uses("b"), path: "C:\\x\\b.ts" },
  ] as const;
  const result = await compileConsumers({ ...shopping, consumers });
  expect(result).toMatchObject({ verdicts: [{ kind: "compiles" }, { kind: "broken" }] });
  expect(readdirSync("/tmp")).not.toContain("specmill-escaped");
});

test("a document that gives no package is told of, and no consumers ask for no compiler", async () => {
  const consumers = [{ name: "a.ts", language: "ts", text: uses("a") } as const];
  const empty = loadedOf({});
  expect(await compileConsumers({ ...shopping, head: empty, consumers })).toMatchObject({
    kind: "failed",
    side: "head",
    problems: [{ rule: "no-operations" }],
  });
  expect(await compileConsumers({ ...shopping, head: empty, consumers: [] })).toEqual({
    kind: "compiled",
    verdicts: [],
  });
});

test("a house without a runtime is an error, and leaves no folder behind", async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("specmill-review-"));
  const consumers = [{ name: "a.ts", language: "ts", text: uses("a") } as const];
  await expect(compileConsumers({ ...shopping, root: "/nowhere", consumers })).rejects.toThrow(
    "did not see what it was to judge",
  );
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith("specmill-review-"));
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});
