import { isDeepStrictEqual } from "node:util";
import type { Oracle } from "@specmill/oracle";
import { type Api, type JsonObject, joinPointer, type Operation } from "@specmill/spec";
import { matchMediaType } from "../run/match-response.ts";
import { readProblemType, readRemarks } from "../run/read-refusal.ts";
import { bodyKind } from "../wire/body-kind.ts";
import type { Exchange, WireRequest, WireResponse } from "../wire/exchange.ts";
import type { ReadRequest, readRequest } from "../wire/read-request.ts";
import { findWrongs } from "./find-wrongs.ts";
import { listObligations } from "./list-obligations.ts";
import { satisfiedFact, violatedFact } from "./list-security.ts";
import { matchOperation } from "./match-operation.ts";
import { type Fact, obligationId } from "./obligation-id.ts";
import { observeValue } from "./observe-value.ts";
import { exampleFact, mediaTypeFact } from "./operation-facts.ts";
import { parameterValue } from "./parameter-value.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { seeCredentials } from "./see-credentials.ts";

/** What exchanges of one API are held against. */
export interface Observer {
  readonly document: JsonObject;
  readonly api: Api;
  readonly oracle: Oracle;
  readonly readRequest: typeof readRequest;
  /** Ids of all obligations. */
  readonly known: ReadonlySet<string>;
}

export function createObserver(
  document: JsonObject,
  api: Api,
  oracle: Oracle,
  read: typeof readRequest,
): Observer {
  const known = new Set(listObligations(document, api).map(({ id }) => id));
  return { document, api, oracle, readRequest: read, known };
}

/**
 * The ids of the obligations that an exchange meets, by what travelled and nothing else, so that any test counts.
 *
 * A request that the document allows, and that was answered as the document says, meets what is in both. Where the
 * answer is an error that was asked for (`Prefer`), only the answer counts: whether the request was taken, it does not
 * tell. A refused request meets what it breaks, if that is a single thing.
 */
export function observeExchange(observer: Observer, { request, response }: Exchange): readonly string[] {
  const { api, oracle } = observer;
  const operation = matchOperation(api, request);
  if (operation === undefined) return [];
  const parts = observer.readRequest(
    api,
    operation,
    request,
    (pointer, value) =>
      oracle.explain(pointer, "request") === undefined && oracle.allows(pointer, "request", value),
  );
  const ids = gatherFacts(observer, operation, parts, { request, response }).map((fact) =>
    obligationId(operation.id, fact),
  );
  return [...new Set(ids)].filter((id) => observer.known.has(id));
}

function gatherFacts(
  observer: Observer,
  operation: Operation,
  parts: ReadRequest,
  { request, response }: Exchange,
): readonly Fact[] {
  const { api, document, oracle } = observer;
  const { status, headers } = response;
  const wrongs = findWrongs(oracle, operation, parts);
  const [wrong] = wrongs;
  const credentials = seeCredentials(api, operation, request);
  if (!credentials.isEnough) {
    const isViolation = wrong === undefined && credentials.isBare && (status === 401 || status === 403);
    return isViolation ? [violatedFact(document, operation)] : [];
  }
  if (wrong !== undefined) return wrongs.length === 1 && isRefusal(status) ? wrong : [];
  const answer = readAnswer(oracle, operation, response);
  if (answer === undefined) return [];
  const answered = observeAnswer(observer, operation, answer, headers);
  if (status >= 400 && !(hasOnlyErrors(operation) && !isRemarked(response))) {
    return askedStatus(request) === status ? answered : [];
  }
  return [
    ...observeRequest(observer, operation, parts),
    ...credentials.exact.map((requirement) => satisfiedFact(document, operation, requirement)),
    ...answered,
  ];
}

/** Where a document has nothing but errors, one of them is what a good request is answered by. */
function hasOnlyErrors({ responses }: Operation): boolean {
  return responses.every(({ status }) => /^[45]/.test(status));
}

/** Whether the mock says that it has refused the request. */
function isRemarked(response: WireResponse): boolean {
  const isOfRequest = readRemarks(response).some(({ location }) => location[0] === "request");
  return isOfRequest || readProblemType(response) !== undefined;
}

/** A 4xx, but for those that tell of something else than what the request says. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 404, 405, 408, 429].includes(status);
}

/** The status that a request asks a mock to answer with. */
function askedStatus({ headers }: WireRequest): number | undefined {
  const code = /(?:^|[,;\s])code="?(\d{3})\b/i.exec(headers["prefer"] ?? "")?.[1];
  return code === undefined ? undefined : Number(code);
}

function observeRequest(
  { document, oracle }: Observer,
  operation: Operation,
  parts: ReadRequest,
): readonly Fact[] {
  const parameters = operation.parameters.flatMap((parameter): readonly Fact[] => {
    const { pointer, schemaPointer } = parameter;
    const value = parameterValue(parts, parameter);
    if (value === undefined) return [{ class: "parameter", pointer, want: "absent" }];
    const shown = schemaPointer === undefined ? [] : observeValue(oracle, schemaPointer, "request", value);
    return [{ class: "parameter", pointer, want: "present" }, ...shown];
  });
  return [...parameters, ...observeBody(document, oracle, operation, parts)];
}

function observeBody(
  document: JsonObject,
  oracle: Oracle,
  { requestBody }: Operation,
  { body, contentType }: ReadRequest,
): readonly Fact[] {
  if (requestBody === undefined) return [];
  if (body === undefined) {
    return [{ class: "request-property", pointer: requestBody.pointer, want: "absent" }];
  }
  const mediaType = matchMediaType(requestBody.content, contentType ?? "");
  if (mediaType === undefined) return [];
  const examples = mediaType.examples.filter(({ value }) => isDeepStrictEqual(value, body));
  return [
    mediaTypeFact(mediaType, "request"),
    ...examples.map((example) => exampleFact(document, mediaType, example, "accepted")),
    ...(mediaType.jsonSchema === undefined || bodyKind(mediaType) === "opaque"
      ? []
      : observeValue(oracle, joinPointer(mediaType.pointer, "schema"), "request", body)),
  ];
}

function observeAnswer(
  { document, oracle }: Observer,
  { pointer }: Operation,
  { response, mediaType, body }: Answer,
  headers: Readonly<Record<string, string>>,
): readonly Fact[] {
  const { status } = response;
  const facts: readonly Fact[] = [
    { class: "operation", pointer, want: "called" },
    { class: "status", pointer: response.pointer, want: status },
    ...response.headers
      .filter(({ name }) => headers[name.toLowerCase()] !== undefined)
      .map(
        (header): Fact => ({
          class: "response-header",
          pointer: header.pointer,
          want: `${status} ${header.name}`,
        }),
      ),
  ];
  if (mediaType === undefined || body === undefined) return facts;
  const examples = mediaType.examples.filter(({ value }) => isDeepStrictEqual(value, body));
  return [
    ...facts,
    mediaTypeFact(mediaType, status),
    ...examples.map((example) => exampleFact(document, mediaType, example, `${status} served`)),
    ...(mediaType.jsonSchema === undefined || bodyKind(mediaType) !== "json"
      ? []
      : observeValue(oracle, joinPointer(mediaType.pointer, "schema"), "response", body)),
  ];
}
