import { isJsonObject, type JsonValue } from "@specmill/spec";
import type { WireResponse } from "../wire/exchange.ts";

/** One thing that the mock says is wrong with a request or with its own answer. */
export interface Remark {
  /** `request` or `response`, and the way from there. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** All that the mock has to say: in the header `sl-violations`, and in the body of a problem of its own. */
export function readRemarks({ headers, body }: WireResponse): readonly Remark[] {
  const { validation } = readProblem(body);
  const told = listOf(parse(headers["sl-violations"] ?? "")).flatMap((one) => toRemark(one, []));
  // A problem is about the request, and does not say so again.
  return [...told, ...listOf(validation).flatMap((one) => toRemark(one, ["request"]))];
}

function toRemark(value: JsonValue, start: readonly string[]): readonly Remark[] {
  if (!isJsonObject(value)) return [];
  const { location, severity, code, message } = value;
  return [
    {
      location: [...start, ...listOf(location).map(String)],
      severity: String(severity),
      code: String(code ?? ""),
      message: String(message ?? ""),
    },
  ];
}

/** The `type` of a problem that the mock itself wrote; undefined for an answer of the document. */
export function readProblemType({ headers, body }: WireResponse): string | undefined {
  if (!/^application\/problem\+json/.test(headers["content-type"] ?? "")) return undefined;
  const { type } = readProblem(body);
  return typeof type === "string" && /^urn:specmill:mock:|^https:\/\/stoplight\.io\/prism\/errors#/.test(type)
    ? type
    : undefined;
}

function readProblem(body: string): { readonly [member: string]: JsonValue } {
  const value = parse(body);
  return isJsonObject(value) ? value : {};
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
