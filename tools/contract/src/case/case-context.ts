import type { Oracle } from "@specmill/oracle";
import type { Api, Operation } from "@specmill/spec";
import type { Note } from "../report/report.ts";
import type { Wallet } from "./choose-credentials.ts";
import type { CallArguments, ContractCase, Credential } from "./contract-case.ts";

/** What cases of one operation are made of. */
export interface CaseContext {
  readonly api: Api;
  readonly oracle: Oracle;
  readonly operation: Operation;
  /** A call with all that the operation takes. */
  readonly full: CallArguments;
  /** A call with what the operation must have. */
  readonly minimal: CallArguments;
  readonly credentials: readonly Credential[];
  /** Where the credentials of other alternatives come from. */
  readonly wallet: Wallet;
}

/** Cases, and the places that none could be made for. */
export interface CaseList {
  readonly cases: readonly ContractCase[];
  readonly notes: readonly Note[];
}

export function joinLists(lists: readonly CaseList[]): CaseList {
  return { cases: lists.flatMap(({ cases }) => cases), notes: lists.flatMap(({ notes }) => notes) };
}
