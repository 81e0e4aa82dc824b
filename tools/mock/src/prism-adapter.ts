import "./load-faker-lazily.ts";
import { createLogger, type IPrismDiagnostic } from "@stoplight/prism-core";
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type IHttpRequest,
  type ProblemJson,
  ProblemJsonError,
  resetJSONSchemaGenerator,
} from "@stoplight/prism-http";
import { DiagnosticSeverity, type HttpMethod, type IHttpOperation } from "@stoplight/types";
import type { Operation, OperationAnswer, OperationRequest, PathStyle, Violation } from "./operation.ts";
import { findUncompiledSchemas } from "./prism-schemas.ts";
import { prepareValidation, type Validation } from "./prism-validation.ts";

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

/**
 * The operations of a document, answered by Prism. The files named `prism-` alone know Prism.
 *
 * @param document - a bundled document; it is not touched
 * @throws Error where Prism cannot make sense of the document, such as a `$ref` that leads nowhere
 */
export async function createOperations(document: object): Promise<readonly Operation[]> {
  // Prism puts what it dereferences into the very document that it is given.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  return operations.map((operation) => ({
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

function answerWith(operation: IHttpOperation): Operation["answer"] {
  const validation = prepareValidation(operation);
  // Compiled when the operation is first called, for a large document has more schemas than anybody calls.
  let uncompiled: readonly string[] | undefined;
  return async (request) => {
    uncompiled ??= findUncompiledSchemas(operation);
    return uncompiled.length > 0
      ? { kind: "unverifiable", places: uncompiled }
      : answer(operation, validation, request);
  };
}

async function answer(
  operation: IHttpOperation,
  validation: Validation,
  request: OperationRequest,
): Promise<OperationAnswer> {
  const input: IHttpRequest = {
    method: httpMethod(operation.method),
    url: { path: operation.path, query: { ...request.query } },
    headers: { ...request.headers },
    body: request.body,
  };
  const prism = createInstance(configFor(request), {
    logger,
    route: () => ({ _tag: "Right", right: operation }),
    validateInput: () => validation.validateInput(input, request.pathParameters),
    validateOutput: ({ element }) => validation.validateOutput(element),
  });
  const result = await prism.request(input, [operation])();
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
