import type { Api, Method } from "@specmill/spec";
import type { ContractCase } from "../case/contract-case.ts";

export interface SelectedCases {
  readonly cases: readonly ContractCase[];
  readonly skipped: readonly { readonly id: string; readonly reason: string }[];
}

/** Methods that a client may use without asking for a change (RFC 9110, section 9.2.1). */
const safeMethods: ReadonlySet<Method> = new Set<Method>(["get", "head", "options"]);

/**
 * The cases that can be put to a server, in their order, and why the others cannot.
 *
 * @param isUnsafe - whether operations that may change something are called, too
 */
export function selectSafeCases(
  cases: readonly ContractCase[],
  { operations }: Pick<Api, "operations">,
  isUnsafe: boolean,
): SelectedCases {
  const methods = new Map(operations.map(({ id, method }) => [id, method]));
  const judged = cases.map((one) => ({ one, reason: findReason(one, methods.get(one.operation), isUnsafe) }));
  return {
    cases: judged.flatMap(({ one, reason }) => (reason === undefined ? [one] : [])),
    skipped: judged.flatMap(({ one, reason }) => (reason === undefined ? [] : [{ id: one.id, reason }])),
  };
}

function findReason(
  { kind, given, expect }: ContractCase,
  method: Method | undefined,
  isUnsafe: boolean,
): string | undefined {
  if (method === undefined) return "The document has no such operation.";
  if (!isUnsafe && !safeMethods.has(method)) {
    return `${method.toUpperCase()} may change something on the server; --unsafe lets it.`;
  }
  const isAsked = given.kind === "call" && given.prefer !== undefined;
  if (isAsked || kind === "dynamic" || kind === "minimal") {
    return "Only a mock can be told what to answer.";
  }
  if (expect.kind === "answered" && expect.body !== undefined) {
    return "Only a mock answers with the examples of the document.";
  }
  return undefined;
}
