import type { Oracle } from "@specmill/oracle";
import type { Api, Operation } from "@specmill/spec";
import { isOvercrowded } from "../obligation/carrier-of.ts";
import { bodyKind } from "../wire/body-kind.ts";
import { createBaseCalls } from "./base-calls.ts";
import { type CaseContext, type CaseList, joinLists } from "./case-context.ts";
import { chooseCredentials, type Wallet } from "./choose-credentials.ts";
import type { ContractCase } from "./contract-case.ts";
import { findOmissions } from "./find-obstacle.ts";
import { listBodyCases } from "./list-body-cases.ts";
import { listFuzzCases } from "./list-fuzz-cases.ts";
import { listParameterCases } from "./list-parameter-cases.ts";
import { listRequestCases } from "./list-request-cases.ts";
import { listResponseCases } from "./list-response-cases.ts";
import { listSecurityCases } from "./list-security-cases.ts";

export interface CaseSettings {
  /** How many calls a fuzz case makes. */
  readonly fuzzRuns: number;
  readonly wallet: Wallet;
}

/**
 * Every case of an API: what the document promises, put so that it can be tried. The same document gives the same
 * cases in the same order.
 */
export function listCases(api: Api, oracle: Oracle, settings: CaseSettings): CaseList {
  return joinLists(api.operations.map((operation) => listOperationCases(api, oracle, operation, settings)));
}

function listOperationCases(
  api: Api,
  oracle: Oracle,
  operation: Operation,
  { fuzzRuns, wallet }: CaseSettings,
): CaseList {
  const base = createBaseCalls(api, oracle, operation);
  if (base.kind === "none") return { cases: [], notes: [{ pointer: base.pointer, message: base.reason }] };
  const { security } = operation;
  if (security.length > 0 && security.every((requirement) => isOvercrowded(api, requirement))) {
    const message = `No request can carry both ${security[0]?.join(" and ")}, so nothing is tried here.`;
    return { cases: [], notes: [{ pointer: operation.pointer, message }] };
  }
  const context: CaseContext = {
    api,
    oracle,
    operation,
    full: base.full,
    minimal: base.minimal,
    credentials: chooseCredentials(api, wallet, operation),
    wallet,
  };
  const takesNoBody = findOmissions(operation);
  const bodies = listBodyCases(context);
  const isJson = bodyKind({ type: base.full.contentType ?? "" }) === "json";
  const isBreakable = isJson && bodies.cases.some(({ kind }) => kind === "negative");
  const { cases, notes } = joinLists([
    listRequestCases(context),
    listParameterCases(context),
    bodies,
    listSecurityCases(context),
    listResponseCases(context),
    listFuzzCases(context, fuzzRuns, isBreakable),
  ]);
  return { cases: nameCases([...findCanary(context, cases), ...cases]), notes: [...takesNoBody, ...notes] };
}

/** The order in which a fault is the surest to be refused. */
const surest = ["body", "parameter", "missing-body", "security", "media-type", "unknown-query"];

/**
 * One request that must be refused. Where it is not, whoever answers checks nothing, and nothing that is answered
 * proves anything.
 */
function findCanary({ operation }: CaseContext, cases: readonly ContractCase[]): readonly ContractCase[] {
  const [chosen] = cases
    .flatMap((one) =>
      one.expect.kind === "refused" ? [{ one, rank: surest.indexOf(one.expect.reason) }] : [],
    )
    .filter(({ rank }) => rank !== -1)
    .sort((a, b) => a.rank - b.rank);
  if (chosen === undefined) return [];
  const title = `${operation.id}: a request that is known to be wrong is refused`;
  return [
    {
      ...chosen.one,
      id: `${operation.id}/canary`,
      kind: "canary",
      title,
      expect: { kind: "refused", reason: "any" },
    },
  ];
}

/** Two places of one name get a number each. */
function nameCases(cases: readonly ContractCase[]): readonly ContractCase[] {
  const counts = new Map<string, number>();
  return cases.map((one) => {
    const count = (counts.get(one.id) ?? 0) + 1;
    counts.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id}#${count}` };
  });
}
