import { isJsonObject, type JsonValue } from "@specmill/spec";
import { Ajv2020 } from "ajv/dist/2020.js";
import { _, Name, or, strConcat, stringify } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";
import { fastFormats } from "ajv-formats/dist/formats.js";

/** A schema to compile: JSON Schema 2020-12, whose references are ids of others. */
export interface ValidatorSource {
  readonly id: string;
  /** The identifier under which it is exported; undefined where only others need it. */
  readonly name?: string;
  readonly schema: JsonValue;
}

export interface CompiledValidators {
  /** TypeScript without its imports: a function for each schema, exported under its name. */
  readonly text: string;
  /** Which names of `@specmill/runtime/validation` the text uses. */
  readonly imports: readonly string[];
  /** What could not be compiled, and accepts anything. */
  readonly omitted: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * Compiles schemas to code that needs neither Ajv nor `eval`.
 *
 * @throws Error when Ajv writes code that needs something which no generated package has
 */
export function compileValidators(sources: readonly ValidatorSource[]): CompiledValidators {
  const first = createAjv(sources);
  const omitted = sources.flatMap(({ id }) => {
    try {
      first.getSchema(id);
      return [];
    } catch (error) {
      return [{ id, reason: error instanceof Error ? error.message : String(error) }];
    }
  });
  const faulty = new Set(omitted.map(({ id }) => id));
  const sound = sources.map((source) => (faulty.has(source.id) ? { ...source, schema: true } : source));
  const ajv = omitted.length === 0 ? first : createAjv(sound);
  const exported = sound.flatMap(({ id, name }) => (name === undefined ? [] : [[name, id]]));
  const code = standalone.default(ajv, Object.fromEntries(exported));
  return { ...toModule(code), omitted };
}

function createAjv(sources: readonly ValidatorSource[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    // A schema is compiled once, and not again wherever it is referred to.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
    formats,
    // Every object has a `constructor`, which is none of its properties. To ask is long, and seldom needed.
    ownProperties: sources.some(({ schema }) => mentions(schema, (name) => name in Object.prototype)),
    logger: false,
  });
  // What keeps the books of them is assigned to each function, which then no bundler can leave out.
  ajv.opts.unevaluated = sources.some(({ schema }) => mentions(schema, (name) => /^unevaluated/.test(name)));
  ajv.opts.dynamicRef = false;
  // A format that no one knows may have a name that every object knows.
  Object.setPrototypeOf(ajv.formats, null);
  ajv.addKeyword({
    keyword: "knownValues",
    schemaType: "array",
    code({ gen, data, schema, it }) {
      const known = gen.scopeValue("schema", { ref: schema, code: stringify(schema) });
      const path = strConcat(new Name("instancePath"), it.errorPath as Name);
      gen.if(_`typeof ${data} === "string" && !${known}.includes(${data})`, () => {
        gen.code(_`noteUnknown(${path})`);
      });
    },
  });
  ajv.addKeyword({
    keyword: "alternatives",
    schemaType: "array",
    trackErrors: true,
    error: { message: "must match a schema in anyOf" },
    // Unlike `anyOf` it tries them all: the first that fits may be one that does not know a value.
    code(cxt) {
      const { gen, keyword, schema } = cxt;
      const valid = gen.let("valid", false);
      const fits = gen.name("_valid");
      gen.code(_`startChoice()`);
      for (const schemaProp of schema.keys()) {
        const tried = cxt.subschema({ keyword, schemaProp, compositeRule: true }, fits);
        gen.assign(valid, or(valid, fits));
        gen.code(_`endAlternative(${fits})`);
        cxt.mergeValidEvaluated(tried, fits);
      }
      gen.code(_`endChoice()`);
      cxt.result(
        valid,
        () => cxt.reset(),
        () => cxt.error(true),
      );
    },
  });
  for (const { id, schema } of sources) {
    ajv.addSchema(
      isJsonObject(schema) ? { $id: id, ...schema } : { $id: id, ...(schema === false && { not: {} }) },
    );
  }
  return ajv;
}

/** Whether a schema has such a name, for a keyword, a property or a value. */
function mentions(schema: JsonValue, isSuch: (name: string) => boolean): boolean {
  if (typeof schema === "string") return isSuch(schema);
  if (Array.isArray(schema)) return schema.some((item) => mentions(item, isSuch));
  if (!isJsonObject(schema)) return false;
  return Object.entries(schema).some(([key, value]) => isSuch(key) || mentions(value, isSuch));
}

/** What the keywords of our own call. */
const ours = ["endAlternative", "endChoice", "noteUnknown", "startChoice"];

/** Ajv's module as one of TypeScript's, with what it requires imported. */
function toModule(code: string): Pick<CompiledValidators, "text" | "imports"> {
  const imports = new Set<string>();
  const use = (name: string) => {
    imports.add(name);
    return name;
  };
  const text = shorten(code, () => use("addFault"))
    .replace(/^"use strict";\n?/, "")
    .replace(/^\/\*# sourceURL=.*\n/gm, "")
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', () => use("countCharacters"))
    .replaceAll('require("ajv/dist/runtime/equal").default', () => use("isEqual"))
    .replace(/^export const ([\w$]+) = ([\w$]+);$/gm, `export const $1: ${use("Validator")} = $2;`);
  for (const name of ours) if (text.includes(`${name}(`)) use(name);
  // A value of the document may say it too, in a string.
  const needed = text
    .split("\n")
    .find((line) => /\brequire\(/.test(line.replaceAll(new RegExp(quoted, "g"), '""')));
  if (needed !== undefined) throw new Error(`A compiled schema needs what no package has: ${needed}`);
  return { text, imports: [...imports].sort() };
}

/** A format of ajv-formats as far as it is a regular expression; code of its own could not be written out. */
function toRegExp(format: unknown): RegExp | undefined {
  const rule =
    typeof format === "object" && format !== null && "validate" in format ? format.validate : format;
  return rule instanceof RegExp ? rule : undefined;
}

/**
 * The same code with each fault noted in one line: Ajv spells out seven, which is most of what it writes.
 *
 * What a schema says cannot look like that: it stands in strings, which are read as such.
 */
function shorten(code: string, use: () => string): string {
  return code.replace(fault, (_all, _name, path = "instancePath", keyword, params, message) => {
    return `vErrors = ${use()}(vErrors, ${path}, ${keyword}, ${params}, ${message}); errors++;`;
  });
}

const quoted = String.raw`"(?:[^"\\\n]|\\.)*"`;
/** Code in which a string is whole or not at all. */
const some = String.raw`(?:[^"\n]|${quoted})*?`;
const fault = new RegExp(
  [
    String.raw`^const (err\d+) = \{instancePath(?::(${some}))?,schemaPath:${quoted},keyword:(${quoted})`,
    String.raw`,params:(\{${some}\}),message:(${some})(?:,propertyName:\w+)?\};`,
    String.raw`\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;$`,
  ].join(""),
  "gm",
);

/** Those of JSON Schema and OpenAPI that a regular expression can decide; any other format accepts anything. */
const formats: Readonly<Record<string, RegExp | true>> = {
  ...Object.fromEntries(
    Object.entries(fastFormats).map(([name, format]) => [name, toRegExp(format) ?? true]),
  ),
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
};
