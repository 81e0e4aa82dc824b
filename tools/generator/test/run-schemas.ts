import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { OperationSchemas, StandardSchema } from "@specmill/runtime/validation";
import { buildModel, nameOperations } from "@specmill/spec";
import ts from "typescript";
import { nameClient } from "../src/client-names.ts";
import { emitSchemas } from "../src/emit-schemas.ts";
import { hoistSchemas } from "../src/hoist-schemas.ts";
import { splitDirections } from "../src/split-directions.ts";
import { load, makeFolder, settings, writeFiles } from "./support.ts";

const runtime = fileURLToPath(new URL("../../../packages/runtime/src", import.meta.url));

export interface RunningSchemas {
  readonly folder: string;
  readonly operations: OperationSchemas;
  readonly components: { readonly [name: string]: StandardSchema<unknown> };
  readonly texts: ReadonlyMap<string, string>;
  readonly omitted: readonly string[];
}

/** The schemas of a document as they run in a package. */
export async function runSchemas(document: object): Promise<RunningSchemas> {
  const loaded = await load(JSON.stringify(document), "openapi.json");
  const split = splitDirections(hoistSchemas(nameOperations(loaded.document)));
  const api = buildModel(split.document);
  const emitted = emitSchemas(api, nameClient(api, "pets"), loaded.version, settings);
  const texts = new Map(emitted.files.map(({ path, content }) => [path, content]));
  const folder = await writeRunnable(texts);
  const { operations, ...components } = await import(pathToFileURL(join(folder, "src/schemas.mjs")).href);
  return { folder, operations, components, texts, omitted: emitted.omitted };
}

/** A new folder with the files of a package as JavaScript, and the runtime beside them. */
export async function writeRunnable(texts: ReadonlyMap<string, string>): Promise<string> {
  const folder = await makeFolder();
  const names = (await readdir(runtime)).filter((name) => name.endsWith(".ts"));
  const read = names.map(async (name): Promise<[string, string]> => {
    return [`runtime/${name}`, await readFile(join(runtime, name), "utf8")];
  });
  const all = [...texts, ...(await Promise.all(read))];
  await writeFiles(
    folder,
    all.map(([path, content]) => ({ path: path.replace(/\.ts$/, ".mjs"), content: toJavaScript(content) })),
  );
  return folder;
}

function toJavaScript(text: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ES2022 };
  return ts
    .transpileModule(text, { compilerOptions })
    .outputText.replaceAll('"@specmill/runtime/validation"', '"../runtime/validation.mjs"')
    .replace(/from "\.\/([\w-]+)\.[jt]s"/g, 'from "./$1.mjs"');
}

/** A document of one operation, whose request and answer are a schema. */
export function documentOf(schema: object | boolean, schemas: object = {}, version = "3.1.0"): object {
  const content = { "application/json": { schema } };
  const post = {
    operationId: "send",
    requestBody: { content },
    responses: { 200: { description: "Fine.", content } },
  };
  return {
    openapi: version,
    info: { title: "T", version: "1" },
    paths: { "/": { post } },
    components: { schemas },
  };
}

/** What a schema says of a value: "valid", or the places of what it notes or refuses. */
export function judge(schema: StandardSchema<unknown> | undefined, value: unknown): string {
  const result = schema?.["~standard"].validate(value);
  if (result === undefined) return "not checked";
  const places = (issues: readonly { readonly path: readonly (string | number)[] }[]) =>
    issues.map(({ path }) => `/${path.join("/")}`).join(" ");
  if (result.issues !== undefined) return `refused ${places(result.issues)}`;
  return result.notes === undefined ? "valid" : `noted ${places(result.notes)}`;
}
