import { createArbitrary } from "@specmill/oracle";
import { type JsonValue, joinPointer, type MediaType, type Operation } from "@specmill/spec";
import fc from "fast-check";
import { createBaseCalls } from "../case/base-calls.ts";
import { chooseCredentials } from "../case/choose-credentials.ts";
import type { CallArguments, ContractCase, Given } from "../case/contract-case.ts";
import { placeAt, type ValuePath } from "../case/edit-value.ts";
import { travels } from "../case/travels.ts";
import { withParameter } from "../case/with-parameter.ts";
import { bodyKind } from "../wire/body-kind.ts";
import { writeRequest } from "../wire/write-request.ts";
import { type Run, type RunContext, runCall, runRaw } from "./run-call.ts";

/**
 * Makes many calls, and of those that fail finds the smallest. While it shrinks, a call that is no longer what it is to
 * be, allowed or not, counts as passed: so the one it ends with is a true one.
 */
export async function runFuzz(
  context: RunContext,
  operation: Operation,
  one: ContractCase,
  { of, seed, runs }: Extract<Given, { kind: "fuzz" }>,
): Promise<Run> {
  const base = createBaseCalls(context.api, context.oracle, operation);
  if (base.kind === "none") return { failures: [] };
  const credentials = chooseCredentials(context.api, context.wallet, operation);
  const calls =
    of === "allowed"
      ? arbitraryCall(context, operation, base.full)
      : brokenCall(context, operation, base.full);
  let last: Run = { failures: [] };
  const property = fc.asyncProperty(calls, async (call) => {
    // What was broken may be whole again, when it shrinks above all.
    if (of === "refused") fc.pre(!isAllowedBody(context, operation, call));
    const run =
      of === "allowed"
        ? await runCall(context, operation, one, { kind: "call", arguments: call, credentials })
        : await runRaw(context, operation, one, writeRequest(context.api, operation, call, credentials));
    if (run.failures.length > 0) last = { ...run, counterexample: call };
    return run.failures.length === 0;
  });
  await fc.check(property, { seed, numRuns: runs, maxSkipsPerRun: 100, endOnFailure: false });
  return last;
}

/** Calls that the document allows. */
function arbitraryCall(
  { api, oracle }: RunContext,
  operation: Operation,
  base: CallArguments,
): fc.Arbitrary<CallArguments> {
  const parameters = operation.parameters.flatMap((parameter) => {
    const { schemaPointer, required } = parameter;
    if (schemaPointer === undefined) return [];
    const values = keepTravelling(createArbitrary(oracle, schemaPointer, "request"), (value) =>
      travels(api, oracle, operation, parameter, value),
    );
    if (values === undefined) return [];
    const perhaps = required ? values : fc.option(values, { nil: undefined });
    return [perhaps.map((value) => ({ parameter, value }))];
  });
  const mediaType = jsonBody(operation, base);
  const bodies =
    mediaType === undefined
      ? fc.constant(base.body)
      : createArbitrary(oracle, joinPointer(mediaType.pointer, "schema"), "request");
  return fc.tuple(fc.tuple(...parameters), bodies).map(([values, body]) => {
    const call = values.reduce((made, { parameter, value }) => withParameter(made, parameter, value), base);
    return body === undefined ? call : { ...call, body };
  });
}

/**
 * Values that travel. A style may carry few of those that a schema allows, or none, for which a filter would look
 * without end.
 *
 * @returns undefined where none was found
 */
function keepTravelling(
  values: fc.Arbitrary<JsonValue>,
  canTravel: (value: JsonValue) => boolean,
): fc.Arbitrary<JsonValue> | undefined {
  const tried = fc.sample(values, { seed: 1, numRuns: 40 });
  const [first, ...others] = tried.filter(canTravel);
  if (first === undefined) return undefined;
  return others.length < tried.length / 4 ? fc.constantFrom(first, ...others) : values.filter(canTravel);
}

/** Calls whose body the document does not allow: one that it does, with some part of it replaced. */
function brokenCall(
  { oracle }: RunContext,
  operation: Operation,
  base: CallArguments,
): fc.Arbitrary<CallArguments> {
  const mediaType = jsonBody(operation, base);
  if (mediaType === undefined) throw new Error(`${operation.id} has no body that could be broken.`);
  const pointer = joinPointer(mediaType.pointer, "schema");
  return fc
    .tuple(createArbitrary(oracle, pointer, "request"), fc.nat(), fc.jsonValue({ maxDepth: 2 }))
    .map(([value, choice, other]): JsonValue => {
      const paths = listPaths(value);
      // Through text: fast-check's -0 is no JSON.
      return placeAt(value, paths[choice % paths.length] ?? [], JSON.parse(JSON.stringify(other)));
    })
    .map((body) => ({ ...base, body }));
}

function isAllowedBody({ oracle }: RunContext, operation: Operation, call: CallArguments): boolean {
  const mediaType = jsonBody(operation, call);
  if (mediaType === undefined || call.body === undefined) return true;
  return oracle.allows(joinPointer(mediaType.pointer, "schema"), "request", call.body);
}

function jsonBody({ requestBody }: Operation, { body, contentType }: CallArguments): MediaType | undefined {
  const mediaType = requestBody?.content.find(({ type }) => type === contentType);
  const isJson = mediaType?.jsonSchema !== undefined && bodyKind(mediaType) === "json";
  return body !== undefined && isJson ? mediaType : undefined;
}

function listPaths(value: JsonValue, path: ValuePath = []): readonly ValuePath[] {
  if (typeof value !== "object" || value === null) return [path];
  const parts: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? value.map((item: JsonValue, index): [number, JsonValue] => [index, item])
    : Object.entries(value);
  return [path, ...parts.flatMap(([step, part]) => listPaths(part, [...path, step]))];
}
