import type { Api, JsonValue, Operation, Parameter } from "@specmill/spec";
import type { CallArguments } from "../case/contract-case.ts";
import type { Failure } from "../run/verdict.ts";
import type { WireRequest } from "./exchange.ts";
import { readParameter } from "./read-parameter.ts";
import { locateSources, type Sources, securityNames } from "./read-request.ts";
import { explainBody, show } from "./wire-body-match.ts";
import { explainMismatch, showSent } from "./wire-match.ts";
import { coversType } from "./wire-media-type.ts";
import { createReading, type IsAllowed, type Reading } from "./wire-schema.ts";
import { isCrowded, splitTarget } from "./wire-target.ts";
import { isSameJson, ownMember, percentDecode } from "./wire-text.ts";
import { acceptedTypes, findMediaType, writePath } from "./write-request.ts";

/**
 * Whether a request is the call that it was made of: method, path, every parameter and the body, each read back by its
 * style, `explode` and media type. What the wire cannot tell apart counts as the same: nothing, null and an empty list;
 * `1` and `1.0`; members in another order.
 *
 * Credentials are left to `checkCredentials`.
 *
 * @returns a failure for each thing that differs; the message shows no value that the document calls sensitive
 */
export function checkWire(
  api: Api,
  operation: Operation,
  given: CallArguments,
  sent: WireRequest,
  isAllowed: IsAllowed,
): readonly Failure[] {
  const reading = createReading(api, isAllowed);
  const sources = locateSources(reading, operation, sent);
  const fail = (message: string, pointer = operation.pointer): Failure => ({
    rule: "wire-mismatch",
    blame: "client",
    message: `${operation.id}: ${message}.`,
    pointer,
  });
  const method = operation.method.toUpperCase();
  const faults = [
    ...(sent.method === method ? [] : [`the method is ${method}, and ${sent.method} was sent`]),
    ...(/^\/[\x21-\x7e]*$/.test(sent.target)
      ? []
      : ["the target holds characters that a URL has only encoded"]),
    ...(sources.isOnPath ? [] : [`the path that was sent is not of ${operation.path}`]),
    ...listUnasked(api, operation, given, sources),
    ...explainAccept(operation, sent),
  ];
  const isTold = sources.isOnPath && !isSamePath(operation, given, sent);
  const wrong = operation.parameters.flatMap((parameter) => {
    if (parameter.in === "path" && !isTold) return [];
    const message = explainParameter(reading, parameter, given, sources);
    return message === undefined ? [] : [fail(message, parameter.pointer)];
  });
  return [...faults.map((message) => fail(message)), ...wrong, ...checkBody(operation, given, sent, fail)];
}

function explainParameter(
  reading: Reading,
  parameter: Parameter,
  given: CallArguments,
  sources: Sources,
): string | undefined {
  const value = givenTo(parameter, given);
  const source = sources.of(parameter);
  const reason = explainMismatch(parameter, value, source);
  if (reason === undefined) return undefined;
  // Where the document's own reading gives the value back, it travelled, whatever it looks like.
  const read = readParameter(reading, parameter, source);
  if (value !== undefined && read.kind === "read" && isSameJson(read.value, value)) return undefined;
  const place = `the ${parameter.in} parameter ${parameter.name} ${reason}`;
  if (parameter.sensitive) return place;
  const sent = reason === "is another" ? `, sent was ${show(showSent(parameter, value, source))}` : "";
  return `${place}: given was ${show(value)}${sent}`;
}

function givenTo(parameter: Parameter, given: CallArguments): JsonValue | undefined {
  const { path, query, headers, cookies } = given;
  return ownMember({ path, query, header: headers, cookie: cookies }[parameter.in], parameter.name);
}

/** Names of the query and of cookies that neither the call nor the operation's security accounts for. */
function listUnasked(
  api: Api,
  operation: Operation,
  given: CallArguments,
  { query, cookies }: Sources,
): readonly string[] {
  return (["query", "cookie"] as const).flatMap((place) => {
    const known = securityNames(api, operation, place);
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    const members = parameters.flatMap((parameter) => {
      const value = givenTo(parameter, given);
      if (typeof value !== "object" || value === null) return [];
      return Object.keys(value).flatMap((key) => [key, `${parameter.name}[${key}]`]);
    });
    const inTemplate = place === "query" ? splitTarget(operation.path).query.map(({ name }) => name) : [];
    const asked = new Set([...known, ...inTemplate, ...parameters.map(({ name }) => name), ...members]);
    const sent = (place === "query" ? query : cookies).map(({ name }) => name);
    return [...new Set(sent)]
      .filter((name) => !asked.has(name))
      .map((name) => `the ${place} parameter ${name} was sent, which the document does not have`);
  });
}

/** A call asks for all that the document has, or for one of it where its caller wants that one. */
function explainAccept(operation: Operation, { headers }: WireRequest): readonly string[] {
  // Some documents list several in one key.
  const documented = acceptedTypes(operation).flatMap((types) => types.split(","));
  const asked = (headers["accept"] ?? "").split(",");
  const found = documented.filter((type) =>
    asked.some((one) => coversType(one, type) || coversType(type, one)),
  );
  const isEnough = found.length === documented.length || (found.length === 1 && asked.length === 1);
  return isEnough ? [] : ["the header accept does not ask for what the document has"];
}

/** Two values side by side in a segment can be taken apart in several ways: then the whole path has to be the same. */
function isSamePath(operation: Operation, given: CallArguments, { target }: WireRequest): boolean {
  if (!isCrowded(operation.path)) return false;
  return percentDecode(splitTarget(target).path) === percentDecode(writePath(operation, given.path));
}

function checkBody(
  operation: Operation,
  given: CallArguments,
  { body, headers }: WireRequest,
  fail: (message: string, pointer: string) => Failure,
): readonly Failure[] {
  const described = findMediaType(operation, given);
  const sensitive = new Set(operation.sensitive);
  return explainBody(described, given.body, body, headers["content-type"]).map(({ keys, message }) => {
    const isSecret = sensitive.size > 0 && (keys.length === 0 || keys.some((key) => sensitive.has(key)));
    const shown = isSecret ? message.replace(/: given was .*$/s, "") : message;
    return fail(`the body ${shown}`, described.pointer || operation.pointer);
  });
}
