import { isDeepStrictEqual } from "node:util";
import type { Oracle } from "@specmill/oracle";
import { type JsonValue, joinPointer, type MediaType, type Operation, type Response } from "@specmill/spec";
import type { Expectation } from "../case/contract-case.ts";
import { whyUnmakeable } from "../case/why-unmakeable.ts";
import { exampleValuePointer } from "../obligation/operation-facts.ts";
import { hasBody } from "../obligation/read-answer.ts";
import { bodyKind } from "../wire/body-kind.ts";
import type { Target, WireResponse } from "../wire/exchange.ts";
import { matchMediaType, matchResponse } from "./match-response.ts";
import { readHeader } from "./read-header.ts";
import { readProblemType, readRemarks } from "./read-refusal.ts";
import type { Failure } from "./verdict.ts";

export interface Judging {
  readonly oracle: Oracle;
  readonly operation: Operation;
  readonly answerer: Target["kind"];
}

/** What is wrong with the answer to a request that the document allows. */
export function judgeAnswer(
  judging: Judging,
  expect: Extract<Expectation, { kind: "answered" }>,
  answer: WireResponse,
): readonly Failure[] {
  const { operation, answerer } = judging;
  const fail = (rule: Failure["rule"], message: string, pointer = operation.pointer): Failure => ({
    rule,
    blame: answerer,
    message,
    pointer,
  });
  const { status } = answer;
  const type = readProblemType(answer);
  const remarks = readRemarks(answer);
  const refusals = remarks.filter(
    ({ location, severity }) => location[0] === "request" && severity === "Error",
  );
  if (type !== undefined || refusals.length > 0) {
    const why = refusals
      .map(({ location, message }) => `${location.slice(1).join(".")}: ${message}`)
      .join("; ");
    const rule = status >= 500 ? "server-failure" : "valid-request-refused";
    return [fail(rule, `The document allows the request, and it was answered ${status} (${why || type}).`)];
  }
  const response = matchResponse(operation, status);
  if (response === undefined) {
    return [fail("undocumented-status", `The document has no status ${status} for this operation.`)];
  }
  const wanted = expect.response;
  if (
    wanted === undefined ? status >= 300 && !isOnlyAnswer(operation, response) : response.status !== wanted
  ) {
    const asked = wanted === undefined ? "a 2xx" : wanted;
    return [fail("other-response", `${asked} was to be answered, and ${status} was.`, response.pointer)];
  }
  const own = remarks
    .filter(
      ({ location }) =>
        location[0] === "response" && !(location[1] === "body" && isUnjudged(judging, response, answer)),
    )
    .map(({ location, message }) =>
      fail(
        "response-schema",
        `The mock says that its ${location.slice(1).join(".")} ${message}.`,
        response.pointer,
      ),
    );
  const found = [...judgeHeaders(judging, response, answer), ...judgeBody(judging, response, expect, answer)];
  return found.length > 0 ? found : own;
}

/** Some operations document no success, and are answered by what they have. */
function isOnlyAnswer({ responses }: Operation, response: Response): boolean {
  return !responses.some(({ status }) => /^2/.test(status)) && responses[0] === response;
}

function judgeHeaders(
  { oracle, answerer }: Judging,
  response: Response,
  { headers }: WireResponse,
): readonly Failure[] {
  return response.headers.flatMap(({ name, required, pointer, schemaPointer }): readonly Failure[] => {
    const fail = (message: string): readonly Failure[] => [
      { rule: "response-header", blame: answerer, message, pointer },
    ];
    const text = headers[name.toLowerCase()];
    if (text === undefined) return required ? fail(`The header ${name} is required, and is not there.`) : [];
    if (schemaPointer === undefined || oracle.explain(schemaPointer, "response") !== undefined) return [];
    const readings = readHeader(oracle.document, schemaPointer, text);
    if (readings.some((value) => oracle.allows(schemaPointer, "response", value))) return [];
    return fail(`The header ${name} is not what its schema says.`);
  });
}

function judgeBody(
  judging: Judging,
  response: Response,
  expect: Extract<Expectation, { kind: "answered" }>,
  { status, headers, body }: WireResponse,
): readonly Failure[] {
  const { operation, answerer } = judging;
  const fail = (rule: Failure["rule"], message: string, pointer: string): readonly Failure[] => [
    { rule, blame: answerer, message, pointer },
  ];
  if (!hasBody(operation.method, String(status))) return [];
  if (response.content.length === 0) {
    return body === ""
      ? []
      : fail("undocumented-media-type", "The document has no body here, and one came.", response.pointer);
  }
  const contentType = headers["content-type"] ?? "";
  const mediaType = matchMediaType(response.content, contentType);
  const isOther = expect.mediaType !== undefined && mediaType?.type !== expect.mediaType;
  if (mediaType === undefined || isOther) {
    const wanted = expect.mediaType ?? response.content.map(({ type }) => type).join(" or ");
    const came = contentType === "" ? "nothing" : contentType;
    return fail("undocumented-media-type", `${wanted} was to come, and ${came} did.`, response.pointer);
  }
  // A range such as `*/*` says nothing of what came; its own media type does.
  const came = mediaType.type.includes("*") ? { type: contentType } : mediaType;
  if (bodyKind(came) !== "json") {
    const isText = typeof expect.body === "string" && expect.body !== body;
    return isText ? fail("other-response", "Another text came than the example.", mediaType.pointer) : [];
  }
  const read = parse(body);
  if (isHelpless(judging, mediaType)) return [];
  if (read === undefined) return fail("response-schema", "The body is no JSON.", mediaType.pointer);
  const isToldElsewhere = answerer === "mock" && expect.response === undefined;
  const faults =
    isToldElsewhere && isExample(mediaType, read.value) ? [] : judgeValue(judging, mediaType, read.value);
  if (faults.length > 0) return faults;
  if (expect.body !== undefined && !isDeepStrictEqual(read.value, expect.body)) {
    return fail("other-response", "Another body came than the example.", mediaType.pointer);
  }
  return [];
}

function judgeValue(judging: Judging, mediaType: MediaType, value: JsonValue): readonly Failure[] {
  const { oracle, answerer } = judging;
  const pointer = joinPointer(mediaType.pointer, "schema");
  if (mediaType.jsonSchema === undefined || oracle.explain(pointer, "response") !== undefined) return [];
  const example = mediaType.examples.find((one) => isDeepStrictEqual(one.value, value));
  const faults = oracle.judge(pointer, "response", value);
  return faults.map((fault) => {
    const at = fault.at === "" ? "The body" : `The body at ${fault.at}`;
    return example === undefined
      ? {
          rule: "response-schema",
          blame: answerer,
          message: `${at} ${fault.message}.`,
          pointer: fault.pointer,
        }
      : {
          rule: "invalid-example",
          blame: "spec",
          message: `The example ${example.name} breaks ${fault.pointer}: ${at.toLowerCase()} ${fault.message}.`,
          pointer: exampleValuePointer(oracle.document, mediaType, example.name, fault.at),
        };
  });
}

/** What no mock can answer is no fault of the mock's; a note says that it is not judged. */
function isHelpless({ oracle, answerer }: Judging, mediaType: MediaType): boolean {
  const isShown = mediaType.examples.length > 0;
  return answerer === "mock" && !isShown && whyUnmakeable(oracle, mediaType) !== undefined;
}

/** Each example has a case of its own, by which its faults are told once. */
function isExample({ examples }: MediaType, value: JsonValue): boolean {
  return examples.some((example) => isDeepStrictEqual(example.value, value));
}

/** Whether the mock's remarks on its own body say nothing new. */
function isUnjudged(judging: Judging, response: Response, { status, headers, body }: WireResponse): boolean {
  if (!hasBody(judging.operation.method, String(status))) return true;
  const mediaType = matchMediaType(response.content, headers["content-type"] ?? "");
  if (mediaType === undefined) return false;
  const read = parse(body);
  return isHelpless(judging, mediaType) || (read !== undefined && isExample(mediaType, read.value));
}

function parse(text: string): { readonly value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
