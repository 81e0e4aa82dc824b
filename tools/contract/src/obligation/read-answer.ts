import type { Oracle } from "@specmill/oracle";
import {
  type JsonValue,
  joinPointer,
  type MediaType,
  type Method,
  type Operation,
  type Response,
} from "@specmill/spec";
import { matchMediaType, matchResponse } from "../run/match-response.ts";
import { readHeader } from "../run/read-header.ts";
import { bodyKind } from "../wire/body-kind.ts";
import type { WireResponse } from "../wire/exchange.ts";

/** An answer as the document has it. */
export interface Answer {
  readonly response: Response;
  /** Absent where no body comes. */
  readonly mediaType?: MediaType;
  /** The body as a value: what is no JSON is its own text. */
  readonly body?: JsonValue;
}

/** Whether an answer has a body where the document describes one (RFC 9110, sections 9.3.2, 15.3.5, 15.3.6 and 15.4.5). */
export function hasBody(method: Method, status: string): boolean {
  return method !== "head" && !["204", "205", "304"].includes(status);
}

/** Reads an answer by the document; undefined where it is not as the document says in every respect. */
export function readAnswer(oracle: Oracle, operation: Operation, wire: WireResponse): Answer | undefined {
  const response = matchResponse(operation, wire.status);
  if (response === undefined || !areHeadersRight(oracle, response, wire)) return undefined;
  if (!hasBody(operation.method, String(wire.status))) return { response };
  if (response.content.length === 0) return wire.body === "" ? { response } : undefined;
  const mediaType = matchMediaType(response.content, wire.headers["content-type"] ?? "");
  if (mediaType === undefined) return undefined;
  if (bodyKind(mediaType) !== "json") return { response, mediaType, body: wire.body };
  const body = parse(wire.body);
  const pointer = joinPointer(mediaType.pointer, "schema");
  if (body === undefined) return undefined;
  if (mediaType.jsonSchema !== undefined) {
    const isJudged = oracle.explain(pointer, "response") === undefined;
    if (!isJudged || !oracle.allows(pointer, "response", body)) return undefined;
  }
  return { response, mediaType, body };
}

function areHeadersRight(oracle: Oracle, response: Response, { headers }: WireResponse): boolean {
  return response.headers.every(({ name, required, schemaPointer }) => {
    const text = headers[name.toLowerCase()];
    if (text === undefined) return !required;
    if (schemaPointer === undefined) return true;
    if (oracle.explain(schemaPointer, "response") !== undefined) return false;
    return readHeader(oracle.document, schemaPointer, text).some((value) =>
      oracle.allows(schemaPointer, "response", value),
    );
  });
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
