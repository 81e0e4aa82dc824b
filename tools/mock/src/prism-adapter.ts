import "./load-faker-lazily.ts";
import { createLogger, type IPrismDiagnostic } from "@stoplight/prism-core";
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type JSONSchema,
  type ProblemJson,
  ProblemJsonError,
  resetJSONSchemaGenerator,
} from "@stoplight/prism-http";
import { validateAgainstSchema } from "@stoplight/prism-http/dist/validator/validators/utils.js";
import {
  DiagnosticSeverity,
  type HttpMethod,
  type IHttpOperation,
  type IHttpOperationResponse,
} from "@stoplight/types";
import type { Operation, OperationAnswer, OperationRequest, PathStyle, Violation } from "./operation.ts";

const settings = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** A long list of bodies that are all wrong makes Prism write megabytes; nobody reads more than this. */
const mostFindings = 100;

const logger = createLogger("mock", { level: "silent" });
// Prism makes a child for each request, which costs more than it could ever say in silence.
logger.child = () => logger;

const prism = createInstance({ ...settings, mock: { dynamic: false } }, { logger });

/**
 * The operations of a document, answered by Prism. This file alone knows Prism.
 *
 * @param document - a bundled document; it is not touched
 * @throws Error where Prism cannot make sense of the document, such as a `$ref` that leads nowhere
 */
export async function createOperations(document: object): Promise<readonly Operation[]> {
  // Prism puts what it dereferences into the very document that it is given.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  return operations.map(dropEmptyPath).map((operation) => ({
    method: operation.method,
    path: operation.path,
    pathParameters: (operation.request?.path ?? []).map(({ name, style }) => ({
      name,
      style: pathStyle(style),
    })),
    responses: operation.responses.map(({ code, contents }) => ({
      code,
      examples: (contents ?? []).flatMap(({ examples }) => (examples ?? []).map(({ key }) => key)),
    })),
    answer: answerWith(operation),
  }));
}

/** For a list of path parameters, also an empty one, Prism compiles the path template on each request. */
function dropEmptyPath({ request, ...operation }: IHttpOperation): IHttpOperation {
  if (request === undefined) return operation;
  const { path = [], ...rest } = request;
  return { ...operation, request: path.length === 0 ? rest : request };
}

function answerWith(operation: IHttpOperation): Operation["answer"] {
  // Compiled when the operation is first called, for a large document has more schemas than anybody calls.
  let uncompiled: readonly string[] | undefined;
  return async (request) => {
    uncompiled ??= findUncompiledSchemas(operation);
    return uncompiled.length > 0 ? { kind: "unverifiable", places: uncompiled } : answer(operation, request);
  };
}

async function answer(operation: IHttpOperation, request: OperationRequest): Promise<OperationAnswer> {
  const result = await prism.request(
    {
      method: httpMethod(operation.method),
      url: { path: request.path, query: { ...request.query } },
      headers: { ...request.headers },
      body: request.body,
    },
    // The one operation that our own routing has found, so that Prism's routing has nothing left to choose.
    [operation],
    configFor(request),
  )();
  // The seed stays in Prism's generator; without this, later answers that ask for none would follow it.
  if (request.preferences.seed !== undefined) resetJSONSchemaGenerator();
  if (result._tag === "Left") return refuse(result.left);
  const { output, validations } = result.right;
  return {
    kind: "answered",
    status: output.statusCode,
    headers: output.headers ?? {},
    body: output.body,
    violations: [
      ...validations.output.slice(0, mostFindings).map((found) => toViolation("response", found)),
      ...validations.input.slice(0, mostFindings).map((found) => toViolation("request", found)),
    ],
  };
}

function configFor({ accept, preferences }: OperationRequest): IHttpConfig {
  const { code, example, dynamic = false, seed } = preferences;
  return {
    ...settings,
    mock: {
      dynamic,
      ...(accept.length === 0 ? {} : { mediaTypes: [...accept] }),
      ...(code === undefined ? {} : { code }),
      ...(example === undefined ? {} : { exampleKey: example }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

/** What Prism adds to a problem: headers to send along, and what it found wrong in the request. */
type Refusal = ProblemJson & {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly validation?: readonly unknown[];
};

function refuse(error: Error): OperationAnswer {
  const { headers, validation, ...problem }: Refusal = ProblemJsonError.toProblemJson(error);
  return {
    kind: "refused",
    problem: {
      ...problem,
      ...(validation === undefined ? {} : { validation: validation.slice(0, mostFindings) }),
    },
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
  };
}

/** Where the schemas stand that Prism cannot compile; it would take any value at all for valid there. */
function findUncompiledSchemas(operation: IHttpOperation): readonly string[] {
  const { body, query = [], headers = [], path = [] } = operation.request ?? {};
  const inContents = (where: string, contents: IHttpOperationResponse["contents"] = []) =>
    contents.map(({ mediaType, schema }) => ({ where: `${where} ${mediaType}`, schema }));
  const schemas = [
    ...inContents("request", body?.contents),
    ...[...query, ...headers, ...path].map(({ name, schema }) => ({ where: `parameter ${name}`, schema })),
    ...operation.responses.flatMap(({ code, contents, headers: sent = [] }) => [
      ...inContents(`response ${code}`, contents),
      ...sent.map(({ name, schema }) => ({ where: `response ${code} header ${name}`, schema })),
    ]),
  ];
  const bundle: unknown = Reflect.get(operation, "__bundled__");
  return schemas
    .filter(({ schema }) => schema !== undefined && !isCompilable(schema, bundle))
    .map(({ where }) => where);
}

/** Prism drops the error that compiling makes. So this asks for what no value fulfils and sees whether it is told. */
function isCompilable({ $schema, ...schema }: JSONSchema, bundle: unknown): boolean {
  const impossible: JSONSchema = { ...($schema === undefined ? {} : { $schema }), allOf: [schema], not: {} };
  return validateAgainstSchema(null, impossible, false, 0, undefined, bundle)._tag === "Some";
}

function toViolation(
  side: "request" | "response",
  { path, severity, code, message }: IPrismDiagnostic,
): Violation {
  return {
    location: [side, ...(path ?? [])],
    severity: DiagnosticSeverity[severity],
    ...(code === undefined ? {} : { code }),
    message,
  };
}

function pathStyle(style: string): PathStyle {
  return style === "label" || style === "matrix" ? style : "simple";
}

const httpMethods: readonly HttpMethod[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

function httpMethod(name: string): HttpMethod {
  const method = httpMethods.find((known) => known === name);
  if (method === undefined) throw new Error(`Prism made an operation of the method ${name}.`);
  return method;
}
