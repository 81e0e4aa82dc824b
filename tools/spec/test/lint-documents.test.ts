import { access, cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findApis } from "../src/find-apis.ts";
import { lintDocuments } from "../src/lint-documents.ts";
import { inRepository } from "./support/in-repository.ts";
import { readFrom } from "./support/read-from.ts";
import { writeFiles } from "./support/write-files.ts";

const sound = `openapi: 3.1.0
info: { title: A, version: 1.0.0, description: A., license: { name: MIT, identifier: MIT } }
servers: [{ url: https://a.test, description: A. }]
security: []
paths: {}
`;

async function lintFiles(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await writeFiles(files);
  const problems = await lintDocuments([join(folder, "openapi.yaml")], { root: folder });
  return problems.map(
    ({ file, line, column, severity, rule, message }) =>
      `${basename(file)}:${line}:${column} ${severity} ${rule} ${message.replaceAll(`${folder}/`, "")}`,
  );
}

test("the documents of this repository have no problems", async () => {
  const apis = await findApis(inRepository(""));
  expect(apis.map(({ name }) => name)).toEqual([
    "clockify-custom-field-value",
    "clockify-member-profile",
    "upsun-profile",
    "user-profile-picture",
    "workspace-account-profile",
  ]);
  const files = apis.map(({ file }) => file);
  expect(await lintDocuments(files, { root: inRepository("") })).toEqual([]);
});

test("nothing in this repository is ignored", async () => {
  await expect(access(inRepository(".redocly.lint-ignore.yaml"))).rejects.toThrow("ENOENT");
});

test("an example that its schema does not allow is found at its line", async () => {
  const folder = await writeFiles({});
  await cp(inRepository("specs"), join(folder, "specs"), { recursive: true });
  await cp(inRepository("redocly.yaml"), join(folder, "redocly.yaml"));
  const file = join(folder, "specs/upsun-profile/openapi.yaml");
  const lines = (await readFile(file, "utf8")).split("\n");
  const index = lines.findIndex((line) => /^ +display_name: \S/.test(line));
  await writeFile(file, lines.with(index, `${lines[index]?.split(":")[0]}: 12`).join("\n"));
  const problems = await lintDocuments([file], { root: inRepository("") });
  expect(problems).toMatchObject([
    { rule: "no-invalid-media-type-examples", severity: "error", line: index + 1 },
  ]);
});

const faults: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "a sound document has none", given: sound, want: [] },
  {
    name: "`nullable` belongs to OpenAPI 3.0",
    given: `${sound}webhooks:
  done: { post: { operationId: done, tags: [], summary: A., description: A., requestBody: { description: A., content: {
    a/b: { schema: { type: object, nullable: true }, examples: { a: { summary: A., value: {} } } } } },
    responses: { 200: { description: A. } } } }
`,
    want: ["openapi.yaml:8:36 error struct Property `nullable` is not expected here."],
  },
  {
    name: "bad YAML is told at its place",
    given: "openapi: 3.1.0\ninfo: [ a\n",
    want: ["openapi.yaml:3:1 error yaml-syntax deficient indentation"],
  },
  {
    name: "another kind of document is told",
    given: "greeting: hello\n",
    want: [
      "openapi.yaml:1:1 error unsupported-document The document does not say which OpenAPI it is written in.",
    ],
  },
  {
    name: "an older OpenAPI is told, and nothing else of it",
    given: 'swagger: "2.0"\npaths: []\n',
    want: ['openapi.yaml:1:1 error unsupported-document Swagger "2.0" is not supported.'],
  },
  {
    name: "an empty file is told",
    given: "",
    want: [
      "openapi.yaml:1:1 error unsupported-document The file holds no OpenAPI document: it is not a mapping.",
    ],
  },
  {
    name: "a structure over which rules would fall is told",
    given: "openapi: 3.1.0\ninfo: 3\npaths: {}\ntags: [null]\n",
    want: [
      "openapi.yaml:2:7 error struct Expected type `Info` (object) but got `integer`",
      "openapi.yaml:4:8 error struct Expected type `Tag` (object) but got `null`",
    ],
  },
  {
    name: "a reference that leads nowhere is told",
    given: `${sound}components: { responses: { A: { $ref: ./gone.yaml } } }\n`,
    want: [
      "openapi.yaml:6:31 error no-unresolved-refs Can't resolve $ref: ENOENT: no such file or directory 'gone.yaml'",
    ],
  },
];

test.each(faults)("$name", async ({ given, want }) => {
  expect(await lintFiles({ "openapi.yaml": given })).toEqual(want);
});

test("a missing file is told", async () => {
  expect(await lintFiles({})).toEqual([
    "openapi.yaml:1:1 error file-not-readable The document cannot be read: there is no such file.",
  ]);
});

test("a fault in a file that two documents share is told once, and with what to do", async () => {
  const document = `${sound}components: { schemas: { A: { $ref: ./shared.yaml } } }\n`;
  const folder = await writeFiles({
    "redocly.yaml": "rules: { specmill/public-description: warn }\n",
    "one.yaml": document,
    "two.yaml": document,
    "shared.yaml": "type: object\n",
  });
  const files = ["one.yaml", "two.yaml"].map((name) => join(folder, name));
  expect(await lintDocuments(files, { root: folder })).toEqual([
    {
      rule: "specmill/public-description",
      severity: "warning",
      message: "The schema of this file has no description.",
      file: join(folder, "shared.yaml"),
      line: 1,
      column: 1,
      hint: "Add a `description` that tells a reader what it is for.",
    },
  ]);
});

test("a remote reference is told once and never fetched", async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end("type: string\n");
  });
  onTestFinished(() => new Promise((done) => void server.close(() => done())));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/a.yaml`;
  const found = await lintFiles({
    "redocly.yaml":
      "extends: [minimal]\nrules: { specmill/no-remote-ref: error, no-unresolved-refs: error }\n",
    "openapi.yaml": `${sound}webhooks: { a: { $ref: "${url}" } }\n`,
  });
  expect(found).toEqual([`openapi.yaml:6:24 error specmill/no-remote-ref \`${url}\` is on another machine.`]);
  expect(requests).toBe(0);
});

const configurations: readonly { name: string; given: string; want: readonly string[] }[] = [
  {
    name: "a rule that Redocly does not have",
    given: "rules: { info-contacts: error }\n",
    want: ["redocly.yaml:1:10 error lint-configuration Property `info-contacts` is not expected here."],
  },
  {
    name: "a rule that this house does not have",
    given: "rules: { specmill/public-descriptions: error }\n",
    want: ["redocly.yaml:1:10 error lint-configuration There is no rule `specmill/public-descriptions`."],
  },
  {
    name: "a preset that does not exist",
    given: "extends: [strictest]\n",
    want: [
      "redocly.yaml:1:1 error lint-configuration Invalid config strictest: there is no such built-in config.",
    ],
  },
  {
    name: "a plugin that does not exist",
    given: "plugins: [./gone.js]\n",
    want: ['redocly.yaml:1:1 error lint-configuration Plugin "./gone.js" not found.'],
  },
  {
    name: "a preset on another machine",
    given: "extends: [https://specs.test/strict.yaml]\n",
    want: [
      "redocly.yaml:1:11 error lint-configuration Can't resolve $ref: the reference https://specs.test/strict.yaml leaves this machine",
    ],
  },
  {
    name: "bad YAML",
    given: "rules: { a\n",
    want: ["redocly.yaml:2:1 error yaml-syntax deficient indentation"],
  },
  {
    name: "no mapping",
    given: "rules\n",
    want: ["redocly.yaml:1:1 error lint-configuration Expected type `ConfigRoot` (object) but got `string`"],
  },
];

test.each(configurations)("$name in redocly.yaml is told there", async ({ given, want }) => {
  expect(await lintFiles({ "redocly.yaml": given, "openapi.yaml": sound })).toEqual(want);
});

test("what cannot be bundled is told, whichever rules are on", async () => {
  const found = await lintFiles({
    "redocly.yaml": "rules: { info-contact: off }\n",
    "openapi.yaml": `${sound}components:
  schemas:
    A: { properties: { b: { $ref: "one.yaml#/B" }, c: { $ref: "two.yaml#/B" } } }
`,
    "one.yaml": "B: { type: string }\n",
    "two.yaml": "B: { type: number }\n",
  });
  expect(found).toEqual([
    "openapi.yaml:8:55 error bundler Two schemas are referenced with the same name but different content. Renamed B to B-2.",
  ]);
});

test("redocly.yaml may turn off a rule that a preset spells out", async () => {
  const found = await lintFiles({
    "redocly.yaml": "extends: [./strict.yaml]\nrules: { rule/title: off }\n",
    "strict.yaml": `rules:
  rule/title: { subject: { type: Info, property: title }, assertions: { minLength: 9 }, severity: error }
`,
    "openapi.yaml": sound,
  });
  expect(found).toEqual([]);
});

test("redocly.yaml may set a rule for one document", async () => {
  const found = await lintFiles({
    "redocly.yaml": `rules: { info-contact: error }
apis: { a: { root: ./openapi.yaml, rules: { info-contact: off } } }
`,
    "openapi.yaml": sound,
  });
  expect(found).toEqual([]);
});

test("an ignore file has no effect", async () => {
  const found = await lintFiles({
    "redocly.yaml": "rules: { info-contact: error }\n",
    ".redocly.lint-ignore.yaml": 'openapi.yaml: { info-contact: ["#/info/contact"] }\n',
    "openapi.yaml": sound,
  });
  expect(found).toEqual(["openapi.yaml:2:1 error info-contact Info object should contain `contact` field."]);
});

test("lints documents through the function it is given, by the configuration of the disk", async () => {
  const root = await writeFiles({ "redocly.yaml": "rules: { info-contact: error, struct: error }\n" });
  const readText = readFrom({ "openapi.yaml": sound, "redocly.yaml": "rules: {}\n" });
  expect(await lintDocuments(["/house/openapi.yaml"], { root, readText })).toMatchObject([
    { rule: "info-contact", file: "/house/openapi.yaml", line: 2 },
  ]);
});
