import { isJsonObject, type JsonObject, resolvePointer } from "@specmill/spec";
import { openTypes, type ValueType, valueTypes } from "../obligation/schema-types.ts";
import type { SchemaOperator, SchemaSubject } from "./draft-mutant.ts";
import { compareListed } from "./judge-listed.ts";
import { judgeBound } from "./judge-schema-bound.ts";
import { judgeDependent, judgeFormat, judgePattern, judgeUnique } from "./judge-schema-keyword.ts";
import {
  judgeAdditional,
  judgeMark,
  judgeProperty,
  judgeRequired,
  judgeWrap,
} from "./judge-schema-object.ts";
import { judgeBranch, judgeTuple } from "./judge-schema-parts.ts";
import { judgeNull, judgeRetype, judgeType } from "./judge-schema-type.ts";
import { gravest, type Judgement, judgeShift, type Ruling, rule } from "./judge-shift.ts";
import type { Reach } from "./list-steps.ts";

/** What a rule has to know of a change, as seen from one way in which values come to the place. */
export interface SchemaView extends SchemaSubject {
  readonly reach: Reach;
  /** Other schemas that the same values have to pass, each by its own keywords. */
  readonly beside: readonly JsonObject[];
  /** Types of which a value may come through, before or after. */
  readonly types: ReadonlySet<ValueType>;
  /** Whether a schema counts what others look at, so that to look at less refuses more. */
  readonly isWatched: boolean;
}

/** What a change of a schema means to the values that come to it, whichever way they come. */
export function judgeSchema(subject: SchemaSubject): Judgement {
  return gravest(
    subject.place.reaches.map((reach) => {
      const ruling = turn(ruleOn(viewOf(subject, reach)), reach);
      return judgeShift(reach.direction, ruling);
    }),
  );
}

function viewOf(subject: SchemaSubject, reach: Reach): SchemaView {
  const { place, before, after } = subject;
  const beside = reach.beside
    .filter((pointer) => pointer !== place.pointer)
    .map((pointer) => resolvePointer(place.document, pointer))
    .filter(isJsonObject);
  const around = beside.map(({ type, nullable }): JsonObject => {
    return { ...(type === undefined ? {} : { type }), ...(nullable === undefined ? {} : { nullable }) };
  });
  const own = new Set([...openTypes(place.document, before), ...openTypes(place.document, after)]);
  const types = valueTypes.filter(
    (type) => own.has(type) && around.every((schema) => openTypes(place.document, schema).has(type)),
  );
  const isWatched = [before, ...beside].some(
    (schema) => "unevaluatedProperties" in schema || "unevaluatedItems" in schema,
  );
  return { ...subject, reach, beside, types: new Set(types), isWatched };
}

function ruleOn(view: SchemaView): Ruling {
  const { reach, types, operator, isWatched } = view;
  if (!isWatched && [...types].every((type) => reach.covered.includes(type)))
    return rule("same", "another branch takes whatever this one does");
  return compareListed(view) ?? rules[operator](view);
}

/** Where values must not pass a schema, more of them that do are fewer of the whole. */
function turn(ruling: Ruling, { polarity }: Reach): Ruling {
  const { shift, reason } = ruling;
  if (shift === "same" || polarity === "positive") return ruling;
  if (polarity === "mixed") return rule("other", `${reason}, and with it another branch may decide`);
  const turned = { narrower: "wider", wider: "narrower", other: "other" } as const;
  return rule(turned[shift], `${reason}, where no value may`);
}

const rules: Readonly<Record<SchemaOperator, (view: SchemaView) => Ruling>> = {
  "property-required-add": judgeRequired,
  "property-required-drop": judgeRequired,
  "property-rename": judgeProperty,
  "property-drop": judgeProperty,
  "property-retype": judgeRetype,
  "read-only-add": judgeMark,
  "read-only-drop": judgeMark,
  "write-only-add": judgeMark,
  "write-only-drop": judgeMark,
  "dependent-required-drop": judgeDependent,
  "additional-properties-open": judgeAdditional,
  "additional-properties-close": judgeAdditional,
  "type-change": judgeType,
  "const-change": () => rule("other", "another value passes"),
  "enum-value-add": () => rule("wider", "one more value passes"),
  "enum-value-drop": () => rule("narrower", "one value fewer passes"),
  "null-allow": judgeNull,
  "null-forbid": judgeNull,
  "pattern-change": judgePattern,
  "pattern-drop": judgePattern,
  "format-add": judgeFormat,
  "format-change": judgeFormat,
  "format-drop": judgeFormat,
  "bound-tighten": judgeBound,
  "bound-loosen": judgeBound,
  "bound-drop": judgeBound,
  "unique-items-flip": judgeUnique,
  "items-retype": judgeRetype,
  "prefix-items-drop": judgeTuple,
  "branch-drop": judgeBranch,
  "parameter-retype": judgeRetype,
  "header-retype": judgeRetype,
  "response-list-wrap": judgeWrap,
};
