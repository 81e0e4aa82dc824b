import type {
  Api,
  JsonObject,
  JsonValue,
  MediaType,
  Operation,
  Response,
  ResponseHeader,
} from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { emitHeader } from "./emit-header.ts";
import { createImports, type Imports } from "./imports.ts";
import { toKey, toLiteral, toStringLiteral } from "./literals.ts";
import type { PackageSettings } from "./package-settings.ts";
import type { PlannedFile } from "./planned-file.ts";

const kit = "@specmill/runtime/testing";

/** `src/testing.ts`: the API in memory, with every example of the document, for the tests of those who call it. */
export function emitTesting(api: Api, names: ClientNames, settings: PackageSettings): PlannedFile {
  const imports = createImports();
  const answers = `${names.prefix}Answers`;
  const body = [
    emitAnswers(api, names, answers, imports),
    emitFactory(api, names, answers, imports),
    emitOperations(api, names, imports),
  ].join("\n");
  return { path: "src/testing.ts", content: `${emitHeader(settings)}${imports.emit()}\n${body}` };
}

/** What each operation can be made to answer. */
function emitAnswers(api: Api, names: ClientNames, answers: string, imports: Imports): string {
  const fault = imports.type("TestFault", kit);
  const members = api.operations.map((operation) => {
    const alternatives = sendable(operation).flatMap((response) =>
      emitAlternatives(response, operation, names, imports).map(
        (type) => `${toDocComment([response.description], "    ")}    | ${type}\n`,
      ),
    );
    return `  readonly ${toKey(operation.id)}:\n${alternatives.join("")}    | ${fault};\n`;
  });
  const doc = toDocComment(["What each operation can be made to answer, by its `operationId`."]);
  return `${doc}export interface ${answers} {\n${members.join("")}}\n`;
}

/** A type for each media type of a response, or one where it has no body. */
function emitAlternatives(
  { status, content }: Response,
  { id, method }: Operation,
  names: ClientNames,
  imports: Imports,
): readonly string[] {
  const result = imports.type(`${names.types.get(id)}Result`, "./client.js");
  const key = /^\d+$/.test(status) ? status : toStringLiteral(status);
  const emit = (...more: readonly string[]) =>
    `${imports.type("TestAnswer", kit)}<${[result, key, ...more].join(", ")}>`;
  // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of one.
  if (content.length === 0 || method === "head") return [emit()];
  return content.map(({ type, examples }, index) => {
    const example = examples.map(({ name }) => toStringLiteral(name)).join(" | ") || "never";
    if (content.length === 1 && !type.endsWith("/*")) return example === "never" ? emit() : emit(example);
    return emit(example, `${toStringLiteral(type)}${index === 0 ? " | undefined" : ""}`);
  });
}

function emitFactory(api: Api, names: ClientNames, answers: string, imports: Imports): string {
  const server = `${imports.type("TestServer", kit)}<${answers}>`;
  const doc = toDocComment([
    `Makes ${api.title} in memory, for tests.`,
    "Its `fetch`, given to a client, answers with the examples of the document until `answer` says otherwise.",
  ]);
  return [
    doc,
    `export function create${names.prefix}TestFetch(): ${server} {\n`,
    `  return ${imports.value("createTestFetch", kit)}<${answers}>(operations);\n}\n`,
  ].join("");
}

/** A constant for each operation: as one literal, those of a large document are more than the compiler takes. */
function emitOperations(api: Api, names: ClientNames, imports: Imports): string {
  const type = imports.type("TestOperation", kit);
  const constants = api.operations.map((operation) => {
    const described = toLiteral(describeOperation(operation));
    return `const ${names.methods.get(operation.id)}Operation: ${type} = ${described};\n`;
  });
  const list = api.operations.map(({ id }) => `  ${names.methods.get(id)}Operation,\n`);
  return `${constants.join("\n")}\nconst operations: readonly ${type}[] = [\n${list.join("")}];\n`;
}

/** An operation as the runtime's test kit reads it. */
function describeOperation(operation: Operation): JsonObject {
  const { id, method, path } = operation;
  const responses = sendable(operation);
  const examples = responses.map(
    ({ status, content }): Entry => [status, method === "head" ? {} : describeContent(content)],
  );
  const exampleHeaders = responses.map(({ status, headers }): Entry => [status, describeHeaders(headers)]);
  return {
    id,
    method: method.toUpperCase(),
    path,
    responses: Object.fromEntries(
      responses.map(({ status, content }) => [status, content.map(({ type }) => type)]),
    ),
    ...present("examples", examples),
    ...present("exampleHeaders", exampleHeaders),
  };
}

type Entry = readonly [string, JsonObject];

/** The responses that a program can make: `Response` takes no status below 200. */
function sendable({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => !status.startsWith("1"));
}

function describeContent(content: readonly MediaType[]): JsonObject {
  const entries = content.map(({ type, examples }): Entry => {
    return [type, Object.fromEntries(examples.map(({ name, value }) => [name, value]))];
  });
  return Object.fromEntries(entries.filter(isFilled));
}

function describeHeaders(headers: readonly ResponseHeader[]): JsonObject {
  const texts = headers.flatMap(({ name, example }): [string, string][] => {
    const text = toHeaderText(example);
    // A test that says nothing of it should not have to wait.
    return text === undefined || /^retry-after$/i.test(name) || !isHeaderName(name) ? [] : [[name, text]];
  });
  return Object.fromEntries(texts);
}

/** A value as a header carries it (OpenAPI 3.1, section 4.8.21, style `simple`); undefined for what none can carry. */
function toHeaderText(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const parts = Array.isArray(value)
    ? value
    : typeof value === "object"
      ? Object.entries(value).flat()
      : [value];
  const text = parts.join(",");
  return /^[\t\x20-\x7e]*$/.test(text) ? text : undefined;
}

/** RFC 9110, section 5.1. */
function isHeaderName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

function isFilled([, members]: Entry): boolean {
  return Object.keys(members).length > 0;
}

/** `{ [key]: entries }` with the entries that hold something; nothing where none does. */
function present(key: string, entries: readonly Entry[]): JsonObject {
  const filled = entries.filter(isFilled);
  return filled.length === 0 ? {} : { [key]: Object.fromEntries(filled) };
}
