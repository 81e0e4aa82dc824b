import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject, resolvePointer } from "@specmill/spec";
import type { ResponseSubject } from "./draft-mutant.ts";
import type { Judgement } from "./judge-shift.ts";

/**
 * What it means that a response is gone, or is that of another status.
 *
 * What is refused is answered by the first of the responses made for it that the document has, and else by an answer that
 * no document knows of.
 */
export function judgeResponse({ document, operation, status, becomes }: ResponseSubject): Judgement {
  const breaking = (because: string): Judgement => ({ effect: "breaking", because });
  const responses = new Map(operation.responses.map((response) => [response.status, response.pointer]));
  const same = (one: string, other: string) =>
    isSameAnswer(document, responses.get(one), responses.get(other));
  const wider = wideningsOf(status).find((other) => responses.has(other));
  const newWider = becomes === undefined ? undefined : wideningsOf(becomes).find((one) => responses.has(one));
  const isStillPromised = wider !== undefined && same(status, wider);
  const isPromised = newWider !== undefined && (newWider === status || same(status, newWider));
  if (becomes !== undefined && !isPromised) return breaking("answers have a status that was not promised");
  if (status === usual([...responses.keys()]))
    return breaking("requests are answered by another status than they usually are");
  if (isStillPromised) {
    return { effect: "equivalent", because: `${wider} promises the same of this status` };
  }
  const isUndeclared = refusals(operation).some((chain) => {
    const [first, second] = chain.filter((one) => responses.has(one));
    return first === status && second === undefined;
  });
  if (isUndeclared) return breaking("requests that are refused are answered by what is not declared");
  return {
    effect: "compatible",
    because: "the status is never answered: answers keep to less than was promised",
  };
}

/** The keys of responses that cover a status as well (OpenAPI 3.1, section 4.8.16). */
function wideningsOf(status: string): readonly string[] {
  if (status === "default") return [];
  return status.endsWith("XX") ? ["default"] : [`${status.slice(0, 1)}XX`, "default"];
}

/** The response that a request gets which asks for nothing else. */
function usual(statuses: readonly string[]): string | undefined {
  const successes = statuses.filter((status) => status.startsWith("2")).sort();
  return successes[0] ?? (statuses.includes("default") ? "default" : [...statuses].sort()[0]);
}

/** The responses for each reason to refuse a request, the first choice first. */
function refusals({ requestBody, security }: ResponseSubject["operation"]): readonly (readonly string[])[] {
  const invalid = ["422", "400", "4XX", "default"];
  const isOpen = security.length === 0 || security.some((alternative) => alternative.length === 0);
  return [
    invalid,
    ...(requestBody === undefined ? [] : [["415", ...invalid]]),
    ...(isOpen ? [] : [["401", "4XX", "default"]]),
    ["406", "4XX", "default"],
  ];
}

function isSameAnswer(document: JsonObject, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [left, right] = [one, other].map((pointer) => {
    const response = resolvePointer(document, pointer);
    if (!isJsonObject(response)) return undefined;
    const { headers, content } = response;
    return { headers, content };
  });
  return left !== undefined && isDeepStrictEqual(left, right);
}
