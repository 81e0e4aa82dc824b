import type { Api } from "@specmill/spec";
import { carriersOf } from "../obligation/carrier-of.ts";
import { writeRequest } from "../wire/write-request.ts";
import type { CaseContext, CaseList } from "./case-context.ts";
import { satisfy } from "./choose-credentials.ts";
import type { ContractCase, Credential } from "./contract-case.ts";

/** Every alternative of an operation's security: satisfied, and each way in which none is. */
export function listSecurityCases({ api, operation, full, credentials, wallet }: CaseContext): CaseList {
  const { security, id, pointer } = operation;
  const alternatives = security.map((requirement) => ({
    requirement,
    credentials: satisfy(api, wallet, requirement),
  }));
  const isOpen = security.length === 0 || security.some((requirement) => requirement.length === 0);
  const isCheckable = alternatives.every(({ credentials: found }) => found !== undefined);
  const accept = (names: string, given: readonly Credential[]): ContractCase => ({
    id: `${id}/security/${names}`,
    operation: id,
    kind: "security",
    title: `${id} takes a call ${given.length === 0 ? "without credentials" : `with ${names}`}`,
    pointer,
    given: { kind: "call", arguments: full, credentials: given },
    expect: { kind: "answered" },
  });
  const refuse = (name: string, what: string, given: readonly Credential[]): ContractCase => ({
    id: `${id}/security/${name}`,
    operation: id,
    kind: "security",
    title: `${id} refuses a call ${what}`,
    pointer,
    given: { kind: "raw", request: writeRequest(api, operation, full, given) },
    expect: { kind: "refused", reason: "security" },
  });
  const satisfied = alternatives.flatMap(({ requirement, credentials: found }) =>
    found === undefined ? [] : [accept(requirement.join("+") || "none", found)],
  );
  const incomplete = alternatives.flatMap(({ requirement, credentials: found }) => {
    if (found === undefined || requirement.length < 2) return [];
    return requirement
      .map((missing) => ({ missing, rest: found.filter(({ scheme }) => scheme !== missing) }))
      .filter(({ rest }) => !isEnough(api, security, rest))
      .map(({ missing, rest }) =>
        refuse(`${requirement.join("+")}/without-${missing}`, `without ${missing}`, rest),
      );
  });
  const strangers = api.securitySchemes
    .map(({ name }) => satisfy(api, wallet, [name]))
    .filter((found) => found !== undefined && !isEnough(api, security, found))
    .flatMap((found = []) => refuse(`other-${found[0]?.scheme}`, `with ${found[0]?.scheme} alone`, found));
  return {
    cases: [
      ...satisfied,
      ...(security.length === 0 && credentials.length === 0 ? [accept("none", [])] : []),
      ...(isOpen || !isCheckable
        ? []
        : [refuse("violated", "without credentials", []), ...incomplete, ...strangers]),
    ],
    notes: alternatives
      .filter(({ credentials: found }) => found === undefined)
      .map(({ requirement }) => ({
        pointer,
        message: `No request can carry what ${requirement.join(" and ")} asks for, so it is not tried.`,
      })),
  };
}

/** Whether credentials satisfy an alternative: what travels alike, such as two bearer tokens, is alike. */
function isEnough(api: Api, security: readonly (readonly string[])[], given: readonly Credential[]): boolean {
  const names = given.map(({ scheme }) => scheme);
  const carried = carriersOf(api, names);
  return security.some((requirement) =>
    [...carriersOf(api, requirement)].every((carrier) => carried.has(carrier)),
  );
}
