import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { readDocumentation } from "./annotation-keywords.ts";
import type { Difference, Sides } from "./difference.ts";
import { sayList, sayValue } from "./say-value.ts";
import type { Place, Said } from "./shape.ts";
import { valueKey } from "./value-key.ts";

/** Compares what says nothing of which values are allowed: documentation, `default`, `xml`, and hints. */
export function compareAnnotations(sides: Sides): readonly Difference[] {
  const { base, head, name, hasXml } = sides;
  return [
    ...compareDefaults(sides, base.fallback, head.fallback),
    ...comparePlaces(base.places, head.places, name),
    ...compareNotes(base.hint, head.hint, (place) => ({
      ...{ subject: "discriminator", comparison: "equal" },
      message: `The discriminator of ${inSentence(name(place))} changed; it decides on no branch there.`,
    })),
    ...compareNotes(base.xml, head.xml, (place) => ({
      ...{ subject: "xml", comparison: hasXml() ? "different" : "equal", evidence: "rule" },
      message: `${name(place)} is written otherwise in XML now.`,
    })),
  ];
}

function compareNotes(
  before: Said<JsonValue> | undefined,
  after: Said<JsonValue> | undefined,
  tell: (place: string | undefined) => Difference,
): readonly Difference[] {
  if (isSameValue(before, after)) return [];
  return [{ ...tell(after?.pointer ?? before?.pointer), ...{ base: before?.pointer, head: after?.pointer } }];
}

/** What a value is where it is left out: of consequence where it can be, on the way to the server. */
export function compareDefaults(
  { direction, isRequired, name }: Pick<Sides, "direction" | "isRequired" | "name">,
  before: Said<JsonValue> | undefined,
  after: Said<JsonValue> | undefined,
): readonly Difference[] {
  if (isSameValue(before, after)) return [];
  const subject = name(after?.pointer ?? before?.pointer);
  const was = before === undefined ? "there was no default" : `it was ${sayValue(before.value)}`;
  const now =
    after === undefined ? "has no default now" : `is ${sayValue(after.value)} now where it is left out`;
  return [
    {
      ...{ subject: "default", comparison: direction === "request" && !isRequired ? "different" : "equal" },
      message: `${subject} ${now}; ${was}.`,
      ...{ base: before?.pointer, head: after?.pointer, before: before?.value, after: after?.value },
      evidence: "rule",
    },
  ];
}

function isSameValue(one: Said<JsonValue> | undefined, other: Said<JsonValue> | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return valueKey(one.value) === valueKey(other.value);
}

/** Compares what the schemas that make up two shapes tell people: the outermost ones, and those of the same place. */
function comparePlaces(
  base: readonly Place[],
  head: readonly Place[],
  name: Sides["name"],
): readonly Difference[] {
  const [outer, ...others] = base;
  const [outerHead, ...headOthers] = head;
  const same = others.flatMap((place) => {
    const counterpart = headOthers.find(({ pointer }) => pointer === place.pointer);
    return counterpart === undefined ? [] : [[place, counterpart] as const];
  });
  if (outer === undefined || outerHead === undefined) return [];
  return [[outer, outerHead] as const, ...same].flatMap(([one, other]) =>
    compareDocumentation(
      { pointer: one.pointer, members: readDocumentation(one.schema) },
      { pointer: other.pointer, members: readDocumentation(other.schema) },
      name,
    ),
  );
}

interface Told {
  readonly pointer: string;
  readonly members: JsonObject;
}

/** One difference a schema, which says what of its documentation changed. */
export function compareDocumentation(base: Told, head: Told, name: Sides["name"]): readonly Difference[] {
  const keys = new Set([...Object.keys(head.members), ...Object.keys(base.members)]);
  const changed = [...keys].filter((key) => {
    const [before, after] = [base.members[key], head.members[key]];
    if (before === undefined || after === undefined) return isTelling(before) !== isTelling(after);
    return valueKey(before) !== valueKey(after);
  });
  const [only] = changed;
  if (only === undefined) return [];
  const subject = name(joinPointer(head.pointer, only));
  const isOne = changed.length === 1;
  const message =
    isOne && only === "deprecated"
      ? `${subject} is ${head.members[only] === true ? "deprecated now" : "no longer deprecated"}.`
      : `The ${sayList(changed.map(sayKeyword), "and")} of ${inSentence(subject)} changed.`;
  return [
    {
      ...{ subject: "documentation", comparison: "equal", message, base: base.pointer, head: head.pointer },
      ...(isOne && { before: short(base.members[only]), after: short(head.members[only]) }),
    },
  ];
}

/** `deprecated: false` and nothing are the same. */
function isTelling(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== false;
}

function sayKeyword(keyword: string): string {
  if (keyword === "externalDocs") return "external documentation";
  if (keyword === "$comment") return "comment";
  return /^[a-z]+$/.test(keyword) ? keyword : `\`${keyword}\``;
}

function short(value: JsonValue | undefined): JsonValue | undefined {
  if (isJsonObject(value) || Array.isArray(value)) return undefined;
  return typeof value === "string" && value.length > 200 ? undefined : value;
}

function inSentence(subject: string): string {
  return subject.startsWith("`") ? subject : `${subject.charAt(0).toLowerCase()}${subject.slice(1)}`;
}
