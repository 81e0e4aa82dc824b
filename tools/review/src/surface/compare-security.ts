import type { Direction } from "@specmill/oracle";
import type { JsonValue, Operation } from "@specmill/spec";
import { compareLosses, type Difference, differ, listNames, type Place } from "./difference.ts";
import type { SchemeMatch } from "./match-schemes.ts";

/** Credentials that are enough together: the scopes of each by its key. */
type Alternative = ReadonlyMap<string, readonly string[]>;

/**
 * Which credentials an operation asks for (OpenAPI 3.1, section 4.8.30): any alternative is enough, all of its schemes
 * and scopes are needed, and no alternatives ask for nothing.
 *
 * @param direction - which way the credentials travel
 */
export function compareSecurity(
  place: Place,
  direction: Direction,
  schemes: SchemeMatch,
  base: Operation,
  head: Operation,
): readonly Difference[] {
  const before = readAlternatives(base, (name) => schemes.keyOf("base", name));
  const after = readAlternatives(head, (name) => schemes.keyOf("head", name));
  const comparison = compareLosses(
    before.some((alternative) => !after.some((other) => isEnough(alternative, other))),
    after.some((alternative) => !before.some((other) => isEnough(alternative, other))),
  );
  // What asks for nothing more may still be that a credential is known no longer.
  if (comparison === "equal" && nameAlternatives(before) === nameAlternatives(after)) return [];
  return [
    differ(place, {
      rule: "security-requirement",
      direction,
      comparison,
      source: "note",
      message: `Callers need ${describe(head)} now; it was ${describe(base)}.`,
      base: base.securityPointer,
      head: head.securityPointer,
      before: base.securityPointer === undefined ? undefined : listRequirements(base),
      after: head.securityPointer === undefined ? undefined : listRequirements(head),
    }),
  ];
}

/** Whether who has the credentials of `given` has those that `wanted` asks for. */
function isEnough(given: Alternative, wanted: Alternative): boolean {
  return [...wanted].every(([key, scopes]) => {
    const own = given.get(key);
    return own !== undefined && scopes.every((scope) => own.includes(scope));
  });
}

function readAlternatives(
  { security, scopes }: Operation,
  keyOf: (name: string) => string,
): readonly Alternative[] {
  if (security.length === 0) return [new Map()];
  return security.map(
    (names, index) => new Map(names.map((name) => [keyOf(name), scopes?.[index]?.[name] ?? []])),
  );
}

function nameAlternatives(alternatives: readonly Alternative[]): string {
  const names = alternatives.map((alternative) =>
    JSON.stringify([...alternative].map(([key, scopes]) => [key, scopes.toSorted()]).sort()),
  );
  return [...new Set(names)].sort().join();
}

function listRequirements({ security, scopes }: Operation): JsonValue {
  return security.map((names, index) =>
    Object.fromEntries(names.map((name) => [name, scopes?.[index]?.[name] ?? []])),
  );
}

function describe({ security, scopes }: Operation): string {
  if (security.length === 0) return "no credentials";
  return security
    .map((names, index) => {
      if (names.length === 0) return "no credentials";
      const named = names.map((name) => {
        const list = scopes?.[index]?.[name] ?? [];
        return list.length === 0 ? `\`${name}\`` : `\`${name}\` with ${listNames(list)}`;
      });
      return named.join(" and ");
    })
    .join(", or ");
}
