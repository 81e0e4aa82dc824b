import { type Api, followPointer, type JsonObject, joinPointer, type SecurityScheme } from "@specmill/spec";
import { compareFlows } from "./compare-flows.ts";
import { compareProse } from "./compare-prose.ts";
import { type Difference, differ, type Place } from "./difference.ts";
import type { SchemeMatch } from "./match-schemes.ts";
import { wireForm } from "./match-schemes.ts";

/** A side of the comparison. */
interface Side {
  readonly document: JsonObject;
  readonly api: Api;
}

/** How credentials travel, and where they come from (OpenAPI 3.1, section 4.8.27). */
export function compareSchemes(
  { both, removed, added }: SchemeMatch,
  base: Side,
  head: Side,
): readonly Difference[] {
  const tellOne = (isNew: boolean) => (scheme: SecurityScheme) =>
    differ(usersOf(scheme.name, isNew ? head : base), {
      rule: "security-scheme",
      comparison: isNew ? "wider" : "narrower",
      // Whether it is still enough is for the operations to say.
      wire: "note",
      source: scheme.kind === "unsupported" ? "note" : isNew ? "compatible" : "breaking",
      message: `The security scheme \`${scheme.name}\` is ${isNew ? "new" : "gone"}.`,
      [isNew ? "head" : "base"]: pointerOf(isNew ? head : base, scheme),
    });
  return [
    ...both.flatMap((pair) => compareScheme(base, head, pair.base, pair.head)),
    ...removed.map(tellOne(false)),
    ...added.map(tellOne(true)),
  ];
}

function compareScheme(
  baseSide: Side,
  headSide: Side,
  base: SecurityScheme,
  head: SecurityScheme,
): readonly Difference[] {
  const users = [usersOf(base.name, baseSide), usersOf(head.name, headSide)];
  const operations = [...new Set(users.flatMap((place) => place.operations))].sort();
  const place: Place = { operations, isTyped: true };
  const [before, after] = [pointerOf(baseSide, base), pointerOf(headSide, head)];
  const facts = { rule: "security-scheme", direction: "request", base: before, head: after } as const;
  const [was, is] = [wireForm(base), wireForm(head)];
  return [
    ...(base.name === head.name
      ? []
      : [
          differ(place, {
            ...facts,
            comparison: "equal",
            source: head.kind === "unsupported" ? "note" : "breaking",
            message: `The security scheme \`${base.name}\` is called \`${head.name}\` now.`,
            before: base.name,
            after: head.name,
          }),
        ]),
    ...(was === is
      ? []
      : [
          differ(place, {
            ...facts,
            comparison: "different",
            ...(operations.length === 0 && { wire: "note" }),
            source: shapeOf(base) === shapeOf(head) ? "note" : "breaking",
            message: `The credential of \`${head.name}\` travels as ${is} now; it was ${was}.`,
            before: was,
            after: is,
          }),
        ]),
    ...compareFlows(place, { scheme: base, pointer: before }, { scheme: head, pointer: after }),
    ...compareProse(
      place,
      `the security scheme \`${head.name}\``,
      { told: base, pointer: before },
      { told: head, pointer: after },
    ),
  ];
}

/** What a package asks its users for. */
function shapeOf({ kind }: SecurityScheme): string {
  return kind === "basic" || kind === "unsupported" ? kind : "text";
}

function pointerOf({ document }: Side, { name }: SecurityScheme): string {
  return followPointer(document, joinPointer("#/components/securitySchemes", name));
}

function usersOf(name: string, { api }: Side): Place {
  const users = api.operations.filter(({ security }) => security.some((names) => names.includes(name)));
  return { operations: users.map(({ id }) => id).sort(), isTyped: true };
}
