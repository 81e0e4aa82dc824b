import {
  type Api,
  type JsonObject,
  joinPointer,
  type Operation,
  resolvePointer,
  type SecurityRequirement,
} from "@specmill/spec";
import { isOvercrowded } from "./carrier-of.ts";
import type { Fact } from "./obligation-id.ts";

/**
 * That each alternative is enough, and that nothing is not: the second only where something is asked for, of which a
 * request can show the lack.
 */
export function listSecurity(document: JsonObject, api: Api, operation: Operation): readonly Fact[] {
  const { security } = operation;
  const isShown = security.every((requirement) => canShow(api, requirement));
  const isAsked = security.length > 0 && security.every((requirement) => requirement.length > 0);
  return [
    ...security
      .filter((requirement) => canShow(api, requirement))
      .map((requirement) => satisfiedFact(document, operation, requirement)),
    ...(isAsked && isShown ? [violatedFact(document, operation)] : []),
  ];
}

export function satisfiedFact(
  document: JsonObject,
  operation: Operation,
  requirement: SecurityRequirement,
): Fact {
  const names = requirement.length === 0 ? "without credentials" : `by ${requirement.join(" and ")}`;
  return { class: "security", pointer: securityPointer(document, operation), want: `satisfied ${names}` };
}

export function violatedFact(document: JsonObject, operation: Operation): Fact {
  return { class: "security", pointer: securityPointer(document, operation), want: "violated" };
}

/** Whether a request alone can satisfy a requirement. */
export function canShow(api: Api, requirement: SecurityRequirement): boolean {
  return (
    !isOvercrowded(api, requirement) &&
    requirement.every((name) =>
      api.securitySchemes.some((scheme) => scheme.name === name && scheme.kind !== "unsupported"),
    )
  );
}

/** An operation's own requirements, or else the document's. */
function securityPointer(document: JsonObject, { pointer }: Operation): string {
  const own = joinPointer(pointer, "security");
  return Array.isArray(resolvePointer(document, own)) ? own : "#/security";
}
