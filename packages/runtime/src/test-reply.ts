import { isJson } from "./is-json.ts";
import { matchStatus } from "./match-status.ts";
import type { AnyAnswer } from "./test-answer.ts";
import { chooseContent, findSuccess } from "./test-content.ts";
import type { TestOperation } from "./test-operation.ts";

/** What is sent back, and after how many milliseconds. */
export type TestReply =
  | { readonly kind: "network" | "hang"; readonly delay: number }
  | {
      readonly kind: "response";
      readonly delay: number;
      readonly status: number;
      readonly headers: Headers;
      readonly body: BodyInit | null;
    };

/**
 * Turns an answer into what is sent; an empty one into the first documented success with its first example.
 *
 * @throws TypeError when the document has nothing for it to send; the message tells what to give
 */
export function planReply(operation: TestOperation, answer: AnyAnswer): TestReply {
  const { fault, delay = 0 } = answer;
  if (fault === undefined) return planDocumented(operation, answer);
  switch (fault) {
    case "network":
    case "hang":
      return { kind: fault, delay };
    case "html":
      return respond(200, "text/html", "<!doctype html><title>Proxy</title>", answer);
    case "malformed":
      return planMalformed(operation, answer);
    case "undocumented":
      return planUndocumented(operation, answer);
  }
}

function planDocumented(operation: TestOperation, answer: AnyAnswer): TestReply {
  const { id, method, responses, exampleHeaders } = operation;
  const key = String(answer.status ?? findSuccess(operation));
  if (!Object.hasOwn(responses, key))
    throw new TypeError(`${id}: the document does not describe status ${key}`);
  const status = answer.code ?? (Number(key) || 200);
  if (matchStatus(operation, status) !== key) {
    throw new TypeError(`${id}: the document does not mean ${status} by ${key}: give another \`code\``);
  }
  const headers = { ...exampleHeaders?.[key], ...answer.headers };
  // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of one.
  const content = method === "HEAD" || isBodiless(status) ? undefined : chooseContent(operation, key, answer);
  return respond(status, content?.mediaType, content?.body, { ...answer, headers });
}

function planMalformed(operation: TestOperation, answer: AnyAnswer): TestReply {
  const described = Object.entries(operation.responses).flatMap(([key, types]) => {
    const mediaType = types.find(isJson);
    return mediaType === undefined ? [] : [{ key, mediaType }];
  });
  const chosen = described.find(({ key }) => /^2|^default$/.test(key)) ?? described[0];
  if (chosen === undefined) {
    throw new TypeError(`${operation.id}: the document describes no JSON that could be malformed`);
  }
  const status = Number(chosen.key.replace("XX", "00")) || 500;
  return respond(status, chosen.mediaType, new Blob(['{"half":']), answer);
}

function planUndocumented(operation: TestOperation, answer: AnyAnswer): TestReply {
  // The first two are worth another attempt to no client.
  const candidates = [418, 500, ...Array.from({ length: 400 }, (_, at) => 599 - at)];
  const status = Number(
    answer.code ?? candidates.find((candidate) => matchStatus(operation, candidate) === undefined),
  );
  const known = Number.isNaN(status) ? "every status" : matchStatus(operation, status);
  if (known !== undefined) throw new TypeError(`${operation.id}: the document describes ${known}`);
  const { body = "" } = answer;
  return respond(status, typeof body === "string" ? "text/plain" : "application/json", body, answer);
}

/** RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5: no content, whatever the document says. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function respond(
  status: number,
  mediaType: string | undefined,
  body: unknown,
  { delay = 0, headers: given = {} }: AnyAnswer,
): TestReply {
  const bodiless = mediaType === undefined || isBodiless(status);
  const headers = new Headers(bodiless ? {} : { "content-type": mediaType });
  for (const [name, value] of Object.entries(given)) {
    if (value === null) headers.delete(name);
    else headers.set(name, String(value));
  }
  return { kind: "response", delay, status, headers, body: bodiless ? null : toBody(body, mediaType) };
}

function toBody(value: unknown, mediaType: string): BodyInit {
  if (value instanceof Blob || (typeof value === "string" && !isJson(mediaType))) return value;
  return JSON.stringify(value);
}
