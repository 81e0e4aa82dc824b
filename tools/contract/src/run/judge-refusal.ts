import type { ContractCase, RefusalReason } from "../case/contract-case.ts";
import type { Target, WireResponse } from "../wire/exchange.ts";
import { type Remark, readProblemType, readRemarks } from "./read-refusal.ts";
import type { Failure } from "./verdict.ts";

/**
 * What is wrong with the answer to a request that must be refused. Any 4xx refuses it; a mock, which says what it
 * refuses, has to mean the fault that is there.
 */
export function judgeRefusal(
  { expect, pointer }: Pick<ContractCase, "pointer"> & { readonly expect: ContractCase["expect"] },
  response: WireResponse,
  answerer: Target["kind"],
): readonly Failure[] {
  if (expect.kind !== "refused") return [];
  const { status } = response;
  const fail = (rule: Failure["rule"], message: string): readonly Failure[] => [
    { rule, blame: answerer, message, pointer },
  ];
  if (status >= 500)
    return fail("server-failure", `The request was to be refused, and was answered ${status}.`);
  if (status < 400) {
    return fail("invalid-request-accepted", `The request was to be refused, and was answered ${status}.`);
  }
  if (answerer === "upstream" || isFor(expect.reason, response)) return [];
  const said = readRemarks(response).map(({ location, code }) => `${location.join(".")} ${code}`.trim());
  const told = said.length === 0 ? (readProblemType(response) ?? "nothing") : said.join(", ");
  return fail(
    "refused-otherwise",
    `The request was to be refused for ${wording[expect.reason]}, and was answered ${status} for ${told}.`,
  );
}

const wording: Readonly<Record<RefusalReason, string>> = {
  body: "its body",
  parameter: "a parameter",
  security: "its credentials",
  "media-type": "its media type",
  "malformed-body": "a body that cannot be read",
  "missing-body": "lack of a body",
  "unknown-query": "a query parameter",
  any: "anything",
};

function isFor(reason: RefusalReason, response: WireResponse): boolean {
  const { status } = response;
  const type = readProblemType(response) ?? "";
  const remarks = readRemarks(response).filter(({ location }) => location[0] === "request");
  const isAt = (...places: string[]) => remarks.some(({ location }) => places.includes(location[1] ?? ""));
  const hasCode = (code: string) => remarks.some((remark: Remark) => remark.code === code);
  switch (reason) {
    case "any":
      return true;
    case "security":
      return status === 401 || status === 403 || hasCode("401") || hasCode("403");
    case "media-type":
      return status === 415 || hasCode("415") || /MEDIA_TYPE/i.test(type);
    case "malformed-body":
      return type.endsWith(":malformed-body") || hasCode("malformed-body");
    case "missing-body":
      return isAt("body") || hasCode("required");
    case "body":
      // A body that is `null` looks like none to Prism.
      return (
        isAt("body") || remarks.some(({ location, code }) => location.length === 1 && code === "required")
      );
    case "parameter":
      return (
        isAt("path", "query", "header", "headers", "cookie") || /:(malformed-path|unknown-path)$/.test(type)
      );
    case "unknown-query":
      return type.endsWith(":unknown-query") || isAt("query");
  }
}
