import { TextDecoder } from "node:util";
import type { JsonValue } from "@specmill/spec";
import { findJsonDoubt } from "./find-json-doubt.ts";
import { findJsonFault } from "./find-json-fault.ts";
import { isJson, parseMediaType } from "./media-type.ts";

/** A body as its media type has it: a JSON value, or the text of any other type. */
export type ParsedBody = { readonly kind: "none" } | { readonly kind: "value"; readonly value: JsonValue };

export type BodyResult =
  | { readonly kind: "parsed"; readonly body: ParsedBody }
  /** What cannot be read at all (RFC 9110, section 15.5.16). */
  | {
      readonly kind: "unsupported";
      readonly fault: "malformed-content-type" | "content-encoding";
      readonly message: string;
    }
  | { readonly kind: "malformed"; readonly message: string };

/** Deeper than any honest body, and far from where validation runs out of stack. */
const deepest = 500;

/** With a fault in each, so many values take validation a second, and ten times as many take all memory. */
const mostValues = 500_000;

/**
 * Reads a body by its `Content-Type`: a JSON value for JSON, the text for any other type.
 *
 * @param headers - by name in lower case
 */
export function parseBody(bytes: Uint8Array, headers: Readonly<Record<string, string>>): BodyResult {
  const header = headers["content-type"];
  const mediaType = header === undefined ? undefined : parseMediaType(header);
  if (header !== undefined && mediaType === undefined) {
    return unsupported(
      "malformed-content-type",
      "Content-Type is not a media type such as application/json.",
    );
  }
  if (bytes.byteLength === 0) return { kind: "parsed", body: { kind: "none" } };
  const coding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (coding !== "identity") {
    return unsupported("content-encoding", "The mock reads bodies without a Content-Encoding alone.");
  }
  const strict = mediaType !== undefined && isJson(mediaType);
  const decoder = decoderFor(mediaType?.charset, strict);
  if (decoder === undefined) {
    return unsupported("malformed-content-type", "The charset of Content-Type is unknown.");
  }
  const text = decode(decoder, bytes);
  if (text === undefined) return { kind: "malformed", message: "The body is not valid in its charset." };
  if (strict) return parseJson(text);
  if (mediaType?.essence === "application/x-www-form-urlencoded" && !isPercentEncoded(text)) {
    return { kind: "malformed", message: "The form body holds a % that starts no escape." };
  }
  return { kind: "parsed", body: { kind: "value", value: text } };
}

function parseJson(text: string): BodyResult {
  const excess = findExcess(text);
  if (excess !== undefined) return { kind: "malformed", message: `The JSON body ${excess}.` };
  try {
    const value: JsonValue = JSON.parse(text);
    const doubt = findJsonDoubt(text);
    return doubt === undefined
      ? { kind: "parsed", body: { kind: "value", value } }
      : { kind: "malformed", message: `The JSON body ${doubt}.` };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, expected } = findJsonFault(text);
    return {
      kind: "malformed",
      message: `The body is not valid JSON: at line ${line}, column ${column}, ${expected} is expected.`,
    };
  }
}

function findExcess(text: string): string | undefined {
  if (text.length <= deepest) return undefined;
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') inString = !inString;
    else if (inString) index += character === "\\" ? 1 : 0;
    else if (character === ",") values++;
    else if (character === "]" || character === "}") depth--;
    else if (character === "[" || character === "{") {
      depth++;
      values++;
    }
    if (depth > deepest) return `is nested deeper than ${deepest} levels`;
    if (values > mostValues) return `holds more than ${mostValues} values`;
  }
  return undefined;
}

/** Kept, since to make one takes longer than to read a small body with it. */
const utf8 = { strict: new TextDecoder("utf-8", { fatal: true }), lenient: new TextDecoder("utf-8") };

function decoderFor(charset: string | undefined, strict: boolean): TextDecoder | undefined {
  if (charset === undefined || charset === "utf-8") return strict ? utf8.strict : utf8.lenient;
  try {
    return new TextDecoder(charset, { fatal: strict });
  } catch {
    return undefined;
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function isPercentEncoded(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}

function unsupported(fault: "malformed-content-type" | "content-encoding", message: string): BodyResult {
  return { kind: "unsupported", fault, message };
}
