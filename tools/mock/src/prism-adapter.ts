import "./load-faker-lazily.ts";
import type { Operation as Described } from "@specmill/spec";
import { createLogger, type IPrismDiagnostic } from "@stoplight/prism-core";
import {
  createInstance,
  type IHttpConfig,
  type IHttpRequest,
  type IHttpResponse,
  type ProblemJson,
  ProblemJsonError,
} from "@stoplight/prism-http";
import { DiagnosticSeverity } from "@stoplight/types";
import type { OperationAnswer, OperationRequest, RequestFault, Violation } from "./operation.ts";
import { type Answering, toPrismOperation } from "./prism-operation.ts";

const settings = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** A long list of bodies that are all wrong makes megabytes of faults; nobody reads more than this. */
const mostFaults = 100;

const logger = createLogger("mock", { level: "silent" });
// Prism makes a child for each request, which costs more than it could ever say in silence.
logger.child = () => logger;

/**
 * Lets Prism answer a request: it chooses the response, its media type and its example, by what is wrong with the
 * request, by what the request prefers and by what it accepts. The files named `prism-` alone know Prism.
 *
 * @param faults - what is wrong with the request; a fault of the code 401 or 415 leads to another response
 */
export async function answerByPrism(
  operation: Described,
  { accept, preferences }: OperationRequest,
  faults: readonly RequestFault[],
  answering: Answering,
): Promise<OperationAnswer> {
  const kept = faults.slice(0, mostFaults);
  const resource = toPrismOperation(operation, answering);
  // Prism reads `accept` in a way of its own where it finds one, and throws over some.
  const input: IHttpRequest = { method: operation.method, url: { path: operation.path }, headers: {} };
  const prism = createInstance(configFor(accept, preferences), {
    logger,
    route: () => ({ _tag: "Right", right: resource }),
    validateSecurity: () => toEither(input, []),
    validateInput: () => toEither(input, kept),
  });
  const result = await prism.request(input, [resource])();
  if (result._tag === "Left") return refuse(result.left, kept);
  const { statusCode, headers: sent, body }: IHttpResponse = result.right.output;
  const violations = kept.map((fault) => toViolation("request", fault));
  return { kind: "answered", status: statusCode, headers: sent ?? {}, body, violations };
}

/** What is wrong with one side of an exchange, as `sl-violations` lists it. */
export function toViolation(
  side: "request" | "response",
  { path = [], code, message }: RequestFault,
): Violation {
  return { location: [side, ...path], severity: "Error", code, message };
}

function configFor(
  accept: OperationRequest["accept"],
  { code, example }: OperationRequest["preferences"],
): IHttpConfig {
  return {
    ...settings,
    mock: {
      // What is made up is there as an example already.
      dynamic: false,
      ...(accept.length === 0 ? {} : { mediaTypes: [...accept] }),
      ...(code === undefined ? {} : { code }),
      ...(example === undefined ? {} : { exampleKey: example }),
    },
  };
}

/** What Prism adds to a problem: headers to send along, and what it found wrong in the request. */
type Refusal = ProblemJson & { readonly headers?: Readonly<Record<string, unknown>> };

function refuse(error: Error, faults: readonly RequestFault[]): OperationAnswer {
  const { headers, ...problem }: Refusal = ProblemJsonError.toProblemJson(error);
  // Who has no credential is told no more than that.
  const told = faults.some(({ code }) => code === 401) ? [] : faults;
  const validation = told.map(({ path = [], code, message }) => ({
    location: path,
    severity: "Error",
    code,
    message,
  }));
  return {
    kind: "refused",
    problem: { ...problem, ...(validation.length === 0 ? {} : { validation }) },
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
    violations: faults.map((fault) => toViolation("request", fault)),
  };
}

type Outcome =
  | { readonly _tag: "Right"; readonly right: IHttpRequest }
  | { readonly _tag: "Left"; readonly left: [IPrismDiagnostic, ...IPrismDiagnostic[]] };

function toEither(input: IHttpRequest, faults: readonly RequestFault[]): Outcome {
  const [first, ...others] = faults.map(
    ({ path, code, message, tags }): IPrismDiagnostic => ({
      ...(path === undefined ? {} : { path: [...path] }),
      code,
      message,
      severity: DiagnosticSeverity.Error,
      ...(tags === undefined ? {} : { tags: [...tags] }),
    }),
  );
  return first === undefined ? { _tag: "Right", right: input } : { _tag: "Left", left: [first, ...others] };
}
