import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JsonValue } from "@specmill/spec";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fastFormats } from "ajv-formats/dist/formats.js";
import ts from "typescript";
import { expect, test } from "vitest";
import { compileValidators, type ValidatorSource } from "../src/compile-validators.ts";
import { writeRunnable } from "./run-schemas.ts";
import { writeFiles } from "./support.ts";

/** The compiled module as a package holds it. */
function toPackage(sources: readonly ValidatorSource[]): ReadonlyMap<string, string> {
  const { text, imports } = compileValidators(sources);
  const names = imports.map((name) => (name === "Validator" ? `type ${name}` : name)).join(", ");
  const line = names && `import { ${names} } from "@specmill/runtime/validation";\n`;
  return new Map([["src/validators.ts", `${line}${text}`]]);
}

const node = {
  $id: "schema:/node",
  type: "object",
  properties: { next: { $ref: "schema:/node" }, value: { type: "number" } },
};

/** Schemas, each with values of which some are valid and some are not. */
const table: readonly { readonly schema: JsonValue; readonly values: readonly JsonValue[] }[] = [
  {
    schema: { type: "string", minLength: 2, maxLength: 3 },
    values: ["a", "ab", "😀😀😀", "😀😀😀😀", 5, null],
  },
  { schema: { type: "string", pattern: "^\\p{L}+$" }, values: ["é", "1", ""] },
  {
    schema: { type: "integer", minimum: 1, exclusiveMaximum: 5, multipleOf: 2 },
    values: [2, 3, 6, 0, 2.5, "2"],
  },
  { schema: { type: ["string", "null"], enum: ["a", null] }, values: ["a", null, "b", 0] },
  {
    schema: { const: { a: [1, { b: null }] } },
    values: [{ a: [1, { b: null }] }, { a: [1, { b: 0 }] }, { a: [] }],
  },
  { schema: { enum: [[1], { a: 1 }] }, values: [[1], { a: 1 }, [2], { a: 2 }, {}] },
  {
    schema: { type: "array", uniqueItems: true, minItems: 1 },
    values: [[], [1, 2], [1, 1], [{ a: 1 }, { a: 1 }], [[1], [2]]],
  },
  {
    schema: { prefixItems: [{ type: "string" }], items: { type: "number" } },
    values: [["a", 1], [1], ["a", "b"], []],
  },
  { schema: { contains: { type: "string" }, maxContains: 1 }, values: [["a"], ["a", "b"], [], [1]] },
  {
    schema: {
      type: "object",
      required: ["a"],
      properties: { a: { type: "string" } },
      additionalProperties: false,
    },
    values: [{ a: "x" }, {}, { a: 1 }, { a: "x", b: 1 }, []],
  },
  {
    schema: { patternProperties: { "^x-": { type: "number" } }, additionalProperties: { type: "string" } },
    values: [{ "x-a": 1, b: "c" }, { "x-a": "1" }, { b: 1 }],
  },
  {
    schema: { minProperties: 1, maxProperties: 1, propertyNames: { maxLength: 2 } },
    values: [{}, { a: 1 }, { abc: 1 }, { a: 1, b: 2 }],
  },
  {
    schema: { properties: { a: { propertyNames: { maxLength: 2, pattern: "^a" } } } },
    values: [{ a: { ab: 1 } }, { a: { abc: 1 } }, { a: { b: 1 } }, { a: 1 }],
  },
  { schema: { dependentRequired: { a: ["b"] } }, values: [{ a: 1 }, { a: 1, b: 1 }, {}] },
  { schema: { allOf: [{ type: "number" }, { minimum: 3 }] }, values: [3, 2, "3"] },
  { schema: { anyOf: [{ type: "string" }, { type: "number", minimum: 1 }] }, values: ["a", 1, 0, null] },
  { schema: { oneOf: [{ type: "integer" }, { minimum: 2 }] }, values: [1, 2, 2.5, 1.5] },
  { schema: { not: { type: "string" } }, values: ["a", 1] },
  {
    schema: JSON.parse('{"if":{"type":"string"},"then":{"minLength":2},"else":{"type":"null"}}'),
    values: ["ab", "a", null, 1],
  },
  {
    schema: { allOf: [{ properties: { a: true } }], properties: { b: true }, unevaluatedProperties: false },
    values: [{ a: 1, b: 1 }, { c: 1 }, {}],
  },
  {
    schema: { alternatives: [{ type: "string" }, { type: "number", minimum: 1 }] },
    values: ["a", 1, 0, null],
  },
  {
    schema: { $ref: "schema:/node" },
    values: [{ next: { next: { value: 1 } } }, { next: { next: { value: "1" } } }, 1],
  },
  {
    schema: {
      properties: { constructor: { type: "string" }, toString: { type: "number" } },
      required: ["valueOf"],
    },
    values: [{ valueOf: 1 }, {}, { valueOf: 1, constructor: 1 }, { valueOf: 1, toString: 1 }],
  },
  { schema: true, values: [1, {}] },
  { schema: false, values: [1, {}] },
  ...Object.entries({
    "date-time": "2024-02-03T04:05:06Z",
    date: "2024-02-03",
    time: "04:05:06Z",
    duration: "P1DT2H",
    uuid: "123e4567-e89b-12d3-a456-426614174000",
    email: "ada@x.test",
    uri: "https://x.test/a?b#c",
    "uri-reference": "/a",
    hostname: "x.test",
    ipv4: "127.0.0.1",
    ipv6: "::1",
    "json-pointer": "/a~1b",
  }).map(([format, good]) => ({ schema: { type: "string", format }, values: [good, "\\ no ^ such", ""] })),
];

/** What Ajv says itself, with our one keyword as the standard one that it is but for its notes. */
function askAjv(): readonly (readonly boolean[])[] {
  const formats = Object.fromEntries(Object.entries(fastFormats).map(([name, format]) => [name, format]));
  const ajv = new Ajv2020({ strict: false, formats, ownProperties: true });
  ajv.addSchema(node);
  return table.map(({ schema, values }) => {
    const standard = JSON.parse(JSON.stringify(schema).replaceAll('"alternatives"', '"anyOf"'));
    const validate = ajv.compile(standard);
    return values.map((value) => validate(value));
  });
}

test("agrees with Ajv on every value, where no code may be made of text", async () => {
  const sources = table.map(({ schema }, index) => ({
    id: `schema:/${index}`,
    name: `Value${index}`,
    schema,
  }));
  const folder = await writeRunnable(toPackage([{ id: "schema:/node", schema: node }, ...sources]));
  const script = `import * as validators from "./src/validators.mjs";
    let strict = false;
    try { new Function("return 1"); } catch { strict = true; }
    const table = ${JSON.stringify(table.map(({ values }) => values))};
    const verdicts = table.map((values, index) => values.map((value) => validators["Value" + index](value)));
    console.log(JSON.stringify({ strict, verdicts }));`;
  await writeFiles(folder, [{ path: "main.mjs", content: script }]);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--disallow-code-generation-from-strings", join(folder, "main.mjs")],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const { strict, verdicts } = JSON.parse(stdout);
  expect(strict).toBe(true);
  expect(verdicts).toEqual(askAjv());
  const kinds = new Set(verdicts.flat());
  expect([...kinds].sort()).toEqual([false, true]);
});

test("writes nothing that asks for Ajv or makes code of text", () => {
  const { text, imports } = compileValidators(
    table.map(({ schema }, index) => {
      const own =
        index === 0 ? node : { anyOf: [schema, { enum: [[1], { a: 1 }] }, { knownValues: ["a", "b"] }] };
      return { id: index === 0 ? "schema:/node" : `schema:/${index}`, name: `Value${index}`, schema: own };
    }),
  );
  expect(text).not.toMatch(/\brequire\s*\(|\bimport\b|\beval\s*\(|new Function/);
  expect(imports).toEqual([
    "Validator",
    "addFault",
    "countCharacters",
    "endAlternative",
    "endChoice",
    "isEqual",
    "noteUnknown",
    "startChoice",
  ]);
  const exported = text.match(/^export .*$/gm) ?? [];
  expect(exported.length).toBe(table.length);
  for (const line of exported) expect(line).toMatch(/^export const Value\d+: Validator = [\w$]+;$/);
});

test("lets what cannot be compiled pass, tells of it, and compiles the rest", async () => {
  const { omitted } = compileValidators([
    { id: "schema:/lost", name: "Lost", schema: { $ref: "schema:/nowhere" } },
    { id: "schema:/sound", name: "Sound", schema: { type: "string" } },
  ]);
  expect(omitted).toEqual([{ id: "schema:/lost", reason: expect.stringContaining("schema:/nowhere") }]);
  const sources = [
    { id: "schema:/lost", name: "Lost", schema: { $ref: "schema:/nowhere" } },
    { id: "schema:/sound", name: "Sound", schema: { type: "string" } },
  ];
  const folder = await writeRunnable(toPackage(sources));
  const { Lost, Sound } = await import(pathToFileURL(join(folder, "src/validators.mjs")).href);
  expect([Lost(1), Sound("a"), Sound(1)]).toEqual([true, true, false]);
});

test.each([
  { name: "declares and does nothing, so that a bundler can leave out what is not used", more: {}, want: 0 },
  { name: "keeps books only for what is unevaluated", more: { unevaluatedProperties: false }, want: 2 },
])("$name", ({ more, want }) => {
  const { text } = compileValidators([
    {
      id: "schema:/0",
      name: "One",
      schema: { type: "string", minLength: 1, format: "email", pattern: "^a" },
    },
    { id: "schema:/1", name: "Two", schema: { anyOf: [{ $ref: "schema:/0" }, { type: "null" }], ...more } },
  ]);
  const { statements } = ts.createSourceFile("validators.ts", text, ts.ScriptTarget.ES2023);
  const done = statements.filter((each) => !ts.isFunctionDeclaration(each) && !ts.isVariableStatement(each));
  expect(done.length).toBe(want);
});

test("writes the same bytes for the same schemas", () => {
  const sources = table.map(({ schema }, index) => ({
    id: `schema:/${index}`,
    name: `Value${index}`,
    schema,
  }));
  const all = [{ id: "schema:/node", schema: node }, ...sources];
  expect(compileValidators(all)).toEqual(compileValidators(all));
});

const hostile = [
  "*/ globalThis.broken = 1; /*",
  '"); globalThis.broken = 2; //',
  `\`$${"{globalThis.broken = 3}"}\``,
  "' \\ \n\r\u2028\u2029 globalThis.broken = 4;",
  "</script><script>globalThis.broken = 5</script>",
  'a,message:"b"',
  '},message:"b"};',
  'a",schemaPath:"b",keyword:"c',
  '{"__proto__":1}',
  "constructor",
  'require("fs")',
  "noteUnknown(globalThis.broken = 6)",
  'const err0 = {instancePath,schemaPath:"",keyword:"a",params:{}};',
];

test.each(hostile)("takes %j for a name, a value and a pattern, and for nothing else", async (text) => {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const source = (name: string, schema: JsonValue) => ({ id: `schema:/${name}`, name, schema });
  const folder = await writeRunnable(
    toPackage([
      source("Name", {
        type: "object",
        required: [text],
        properties: Object.fromEntries([[text, { enum: [text, "b"] }]]),
      }),
      source("Closed", { properties: Object.fromEntries([[text, true]]), additionalProperties: false }),
      source("Many", {
        properties: Object.fromEntries([text, ..."abcdefghi"].map((name) => [name, true])),
        additionalProperties: false,
      }),
      source("Value", { const: text }),
      source("Known", { type: "string", knownValues: [text, "b"] }),
      source("Pattern", { type: "string", pattern: `^${escaped}$` }),
      source("Needs", { dependentRequired: Object.fromEntries([[text, [`${text}2`]]]) }),
      source("Format", { type: "string", format: text }),
    ]),
  );
  const validators = await import(pathToFileURL(join(folder, "src/validators.mjs")).href);
  const holding = (value: JsonValue) => Object.fromEntries([[text, value]]);
  const { Name, Closed, Many, Value, Known, Pattern, Needs, Format } = validators;
  expect([Name(holding(text)), Name(holding("x")), Name({})]).toEqual([true, false, false]);
  expect([Closed(holding(1)), Closed({ z: 1 }), Many(holding(1)), Many({ z: 1 })]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([Value(text), Value("x"), Known(text), Known("x"), Known(1)]).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
  expect([Pattern(text), Pattern("x"), Needs(holding(1)), Needs({}), Format("x")]).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(globalThis).not.toHaveProperty("broken");
});

test("requires __proto__ and looks no further into it, as Ajv does, and lets it change no object", async () => {
  const schema = JSON.parse(
    '{"required":["__proto__"],"properties":{"__proto__":{"type":"string"},"a":{"enum":["b"]}}}',
  );
  const folder = await writeRunnable(toPackage([{ id: "schema:/0", name: "Value", schema }]));
  const { Value } = await import(pathToFileURL(join(folder, "src/validators.mjs")).href);
  const verdicts = ["{}", '{"__proto__":1}', '{"__proto__":{"a":"c"}}', '{"__proto__":1,"a":"c"}'].map(
    (text) => Value(JSON.parse(text)),
  );
  expect(verdicts).toEqual([false, true, true, false]);
  expect({}).not.toHaveProperty("a");
});

test("compiles hundreds of schemas that refer to each other without repeating them", () => {
  const count = 200;
  const sources = Array.from({ length: count }, (_, index) => {
    const others = [1, 7, 31].map((step) => [`to${step}`, { $ref: `schema:/${(index + step) % count}` }]);
    const properties = { ...Object.fromEntries(others), own: { type: "string" } };
    return { id: `schema:/${index}`, name: `Value${index}`, schema: { type: "object", properties } };
  });
  const { text } = compileValidators(sources);
  expect(text.match(/"\/own"/g)?.length).toBe(count);
});
