import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "@specmill/runtime";
import type { Response as DocumentedResponse, JsonValue, Operation } from "@specmill/spec";
import { hasBody } from "../obligation/read-answer.ts";
import type { Failure } from "../run/verdict.ts";
import type { WireResponse } from "../wire/exchange.ts";
import { bodyFormat, coversType, essenceOf } from "../wire/wire-media-type.ts";
import { parseJson } from "../wire/wire-text.ts";

/** What the document makes of an answer: its responses by status, its bodies by media type. */
type Expected =
  | { readonly kind: "undocumented" }
  | { readonly kind: "invalid"; readonly response: DocumentedResponse }
  | {
      readonly kind: "documented";
      readonly response: DocumentedResponse;
      readonly ok: boolean;
      readonly status: number | string;
      readonly mediaType: string | undefined;
    };

/**
 * Whether a client read an answer as the document says: which response it is, whether it is a success, of which media
 * type, and what it holds. Of bytes only their number is looked at.
 *
 * @returns what the client has wrong; the messages show nothing of the body
 */
export function checkOutcome(
  operation: Operation,
  outcome: Outcome,
  response: WireResponse,
): readonly Failure[] {
  if (isContradicted(operation, response)) return [];
  const isNews = outcome.status === "undocumented" && isUncertain(operation, response);
  const expected: Expected = isNews ? { kind: "undocumented" } : expect(operation, response);
  const pointer = expected.kind === "undocumented" ? operation.pointer : expected.response.pointer;
  const status = expected.kind === "documented" ? expected.status : namesOf[expected.kind];
  const wrong =
    outcome.status === status
      ? [...explainData(outcome, expected, response), ...explainResponse(outcome, response)]
      : [`an answer of ${response.status} is ${status}, and the client made ${outcome.status} of it`];
  return wrong.map((message) => ({
    rule: "client-outcome",
    blame: "client",
    message: `${operation.id}: ${message}.`,
    pointer,
  }));
}

const namesOf = { undocumented: "undocumented", invalid: "invalid-response" } as const;

function expect(operation: Operation, { status, headers, body }: WireResponse): Expected {
  const response = findResponse(operation, status);
  if (response === undefined) return { kind: "undocumented" };
  const known = {
    kind: "documented",
    response,
    ok: status >= 200 && status < 300,
    status: /^\d+$/.test(response.status) ? Number(response.status) : response.status,
  } as const;
  if (response.content.length === 0 || operation.method === "head") return { ...known, mediaType: undefined };
  const mediaType = findType(response, headers["content-type"] ?? "");
  if (mediaType === undefined) return { kind: "invalid", response };
  const isBroken = bodyFormat(mediaType) === "json" && parseJson(body) === undefined;
  return isBroken ? { kind: "invalid", response } : { ...known, mediaType };
}

/** OpenAPI 3.1.1, section 4.8.16: the status itself before its range, and that before `default`. */
function findResponse({ responses }: Operation, status: number): DocumentedResponse | undefined {
  const keys = [String(status), `${String(status).charAt(0)}XX`, "default"];
  return keys.flatMap((key) => responses.find((response) => response.status === key) ?? [])[0];
}

/** Of a body where HTTP has none, such as that of a 204, a client can make nothing that the document says. */
function isContradicted(operation: Operation, { status }: WireResponse): boolean {
  const described = operation.method === "head" ? [] : (findResponse(operation, status)?.content ?? []);
  return described.length > 0 && !hasBody(operation.method, String(status));
}

/** Where `default` stands beside a success of its own, a client may take another success for news. */
function isUncertain(operation: Operation, { status }: WireResponse): boolean {
  const isSuccess = status >= 200 && status < 300;
  return isSuccess && findResponse(operation, status)?.status === "default";
}

/** OpenAPI 3.1.1, section 4.8.17: the most specific key counts. */
function findType({ content }: DocumentedResponse, actual: string): string | undefined {
  const types = content.map(({ type }) => type).filter((type) => coversType(type, actual));
  const rank = (type: string) => (type === actual ? 0 : essenceOf(type).split("*").length);
  return types.toSorted((one, other) => rank(one) - rank(other))[0];
}

function explainData(
  outcome: Outcome,
  expected: Expected,
  { body, headers }: WireResponse,
): readonly string[] {
  if (!("data" in outcome)) return [];
  if (expected.kind !== "documented") {
    const read = bodyFormat(headers["content-type"] ?? "") === "json" ? parseJson(body) : undefined;
    return isDeepStrictEqual(outcome.data, read ?? body) ? [] : ["the client made other data of the body"];
  }
  const { ok, mediaType } = expected;
  return [
    ...(outcome.ok === ok ? [] : [`the client calls ${ok ? "a success a failure" : "a failure a success"}`]),
    ...("mediaType" in outcome && outcome.mediaType === mediaType
      ? []
      : [`the body is of ${mediaType ?? "no media type"}, and the client says another`]),
    ...(isData(outcome.data, mediaType, body) ? [] : ["the client made other data of the body"]),
  ];
}

function isData(data: unknown, mediaType: string | undefined, body: string): boolean {
  if (mediaType === undefined) return data === undefined;
  if (bodyFormat(mediaType) === "json") {
    const read: JsonValue | undefined = parseJson(body);
    return isDeepStrictEqual(data, read);
  }
  if (essenceOf(mediaType).startsWith("text/")) return data === body.replace(/^\uFEFF/, "");
  return data instanceof Blob && data.size === Buffer.byteLength(body, "utf8");
}

function explainResponse(outcome: Outcome, { status }: WireResponse): readonly string[] {
  const isOther = "response" in outcome && outcome.response.status !== status;
  return isOther ? [`the client shows the response of another status than ${status}`] : [];
}
