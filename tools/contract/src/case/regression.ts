import { type Api, isJsonObject, type JsonValue } from "@specmill/spec";
import { writeRequest } from "../wire/write-request.ts";
import { chooseCredentials, type Wallet } from "./choose-credentials.ts";
import type { CallArguments, ContractCase } from "./contract-case.ts";
import { hashText } from "./hash-text.ts";

/** The smallest call that a fuzz run once found to fail: tried first from then on. */
export interface Regression {
  readonly operation: string;
  /** Whether the document allows the call. */
  readonly isAllowed: boolean;
  readonly arguments: CallArguments;
}

/** Stored calls as cases; those of operations that are gone are left out. */
export function listRegressionCases(
  api: Api,
  wallet: Wallet,
  regressions: readonly Regression[],
): readonly ContractCase[] {
  return regressions.flatMap((regression): readonly ContractCase[] => {
    const operation = api.operations.find(({ id }) => id === regression.operation);
    if (operation === undefined) return [];
    const { id, pointer } = operation;
    const credentials = chooseCredentials(api, wallet, operation);
    const hash = hashText(JSON.stringify(regression.arguments)).toString(16);
    const base = { id: `${id}/regression/${hash}`, operation: id, kind: "regression", pointer } as const;
    if (regression.isAllowed) {
      const given = { kind: "call", arguments: regression.arguments, credentials } as const;
      const title = `${id} takes a call that it once did not take`;
      return [{ ...base, title, given, expect: { kind: "answered" } }];
    }
    const request = writeRequest(api, operation, regression.arguments, credentials);
    const title = `${id} refuses a call that it once did not refuse`;
    return [{ ...base, title, given: { kind: "raw", request }, expect: { kind: "refused", reason: "any" } }];
  });
}

/** Reads what {@link writeRegressions} wrote; undefined where the text is something else. */
export function readRegressions(text: string): readonly Regression[] | undefined {
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = isJsonObject(parsed) ? parsed["regressions"] : undefined;
  if (!Array.isArray(list)) return undefined;
  const read = list.flatMap((one: JsonValue): readonly Regression[] => {
    if (!isJsonObject(one)) return [];
    const { operation, isAllowed, arguments: given } = one;
    return typeof operation === "string" && typeof isAllowed === "boolean" && isJsonObject(given)
      ? [{ operation, isAllowed, arguments: given as CallArguments }]
      : [];
  });
  return read.length === list.length ? read : undefined;
}

/** Regressions as the text of a file, each once, in an order of their own. */
export function writeRegressions(regressions: readonly Regression[]): string {
  const lines = new Map(regressions.map((one) => [JSON.stringify(one), one]));
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return `${JSON.stringify({ regressions: sorted }, null, 2)}\n`;
}
