import { isDeepStrictEqual } from "node:util";
import type { Oracle } from "@specmill/oracle";
import { type Api, joinPointer, type Operation } from "@specmill/spec";
import type { Wallet } from "../case/choose-credentials.ts";
import type { CallArguments, ContractCase, Given } from "../case/contract-case.ts";
import { callClient } from "../client/call-client.ts";
import { checkOutcome } from "../client/check-outcome.ts";
import type { ContractClient } from "../client/load-client.ts";
import { exampleValuePointer } from "../obligation/operation-facts.ts";
import { checkCredentials } from "../wire/check-credentials.ts";
import { checkWire } from "../wire/check-wire.ts";
import type { Exchange, Target, WireRequest } from "../wire/exchange.ts";
import { preferHeaders } from "../wire/prefer-headers.ts";
import { writeRequest } from "../wire/write-request.ts";
import { judgeExchange } from "./judge-exchange.ts";
import type { Failure } from "./verdict.ts";

/** What cases are run with. */
export interface RunContext {
  readonly api: Api;
  readonly oracle: Oracle;
  readonly target: Target;
  readonly wallet: Wallet;
  /** The generated client; calls are written by the document where there is none. */
  readonly client?: ContractClient;
}

/** What was found, and what went over the wire. */
export interface Run {
  readonly failures: readonly Failure[];
  readonly exchange?: Exchange;
  /** The smallest call that fails, where calls were made up. */
  readonly counterexample?: CallArguments;
}

/** A call as the client makes it: what it sent, what came, and what it made of it. */
export async function runCall(
  context: RunContext,
  operation: Operation,
  one: ContractCase,
  given: Extract<Given, { kind: "call" }>,
): Promise<Run> {
  const { api, oracle, target, client } = context;
  const wrong = judgeGiven(oracle, operation, given.arguments, one);
  if (wrong.length > 0) return { failures: wrong };
  const prefer = target.kind === "mock" && given.prefer !== undefined ? preferHeaders(given.prefer) : {};
  if (client === undefined) {
    const written = writeRequest(api, operation, given.arguments, given.credentials);
    return runRaw(context, operation, one, { ...written, headers: { ...written.headers, ...prefer } });
  }
  const { outcome, exchange, reason } = await callClient(client, target, {
    operation: operation.id,
    arguments: given.arguments,
    credentials: given.credentials,
    headers: prefer,
  });
  if (exchange === undefined) {
    return { failures: [explainNoExchange(target, operation, outcome, reason)] };
  }
  const isAllowed = (pointer: string, value: Parameters<Oracle["allows"]>[2]) =>
    oracle.explain(pointer, "request") === undefined && oracle.allows(pointer, "request", value);
  const answered = judgeExchange({ oracle, operation, answerer: target.kind }, one, exchange.response);
  const sent = [
    ...checkWire(api, operation, given.arguments, exchange.request, isAllowed),
    ...checkCredentials(api, operation, given.credentials, exchange.request),
  ];
  // What was answered to another request than the one meant is nobody's fault but the client's, and a client that
  // finds fault with an answer which is at fault is right.
  const failures = [sent, answered, checkOutcome(operation, outcome, exchange.response)].find(
    (found) => found.length > 0,
  );
  return { failures: failures ?? [], exchange };
}

/** A request as it stands. */
export async function runRaw(
  { oracle, target }: RunContext,
  operation: Operation,
  one: ContractCase,
  request: WireRequest,
): Promise<Run> {
  try {
    const response = await target.send(request);
    const failures = judgeExchange({ oracle, operation, answerer: target.kind }, one, response);
    return { failures, exchange: { request, response } };
  } catch (error) {
    const message = `No answer came: ${error instanceof Error ? error.message : String(error)}`;
    return {
      failures: [{ rule: "server-failure", blame: target.kind, message, pointer: operation.pointer }],
    };
  }
}

function explainNoExchange(
  target: Target,
  { pointer }: Operation,
  outcome: { readonly status: number | string; readonly error?: Error },
  reason: string | undefined,
): Failure {
  if (reason !== undefined) {
    return { rule: "server-failure", blame: target.kind, message: `No answer came: ${reason}`, pointer };
  }
  const why = outcome.error?.message ?? String(outcome.status);
  return { rule: "client-outcome", blame: "client", message: `The client made no request: ${why}`, pointer };
}

/** An example that the document itself does not allow proves nothing of anybody but the document. */
function judgeGiven(
  oracle: Oracle,
  { requestBody }: Operation,
  { body, contentType }: CallArguments,
  { kind }: ContractCase,
): readonly Failure[] {
  const mediaType = requestBody?.content.find(({ type }) => type === contentType);
  if (kind !== "example" || body === undefined || mediaType?.jsonSchema === undefined) return [];
  const faults = oracle.judge(joinPointer(mediaType.pointer, "schema"), "request", body);
  const { name = "example" } = mediaType.examples.find(({ value }) => isDeepStrictEqual(value, body)) ?? {};
  return faults.map(({ at, message, pointer: broken }) => ({
    rule: "invalid-example",
    blame: "spec",
    message: `The example ${name} breaks ${broken}: ${at === "" ? "it" : at} ${message}.`,
    pointer: exampleValuePointer(oracle.document, mediaType, name, at),
  }));
}
