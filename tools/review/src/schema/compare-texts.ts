import { bothAllow } from "./compare-types.ts";
import { compareCounts, type Difference, type Outcome, type Sides } from "./difference.ts";
import { sayList, sayValue } from "./say-value.ts";
import type { Said } from "./shape.ts";

/** Formats of which one allows all that the other allows. */
const wider: ReadonlyMap<string, readonly string[]> = new Map([
  ["int32", ["int64"]],
  ["float", ["double"]],
  ["email", ["idn-email"]],
  ["hostname", ["idn-hostname"]],
  ["uri", ["uri-reference", "iri", "iri-reference"]],
  ["uri-reference", ["iri-reference"]],
  ["iri", ["iri-reference"]],
]);

/** Compares what texts have to look like: `pattern`, `format`, and how content is put into them. */
export function compareTexts(sides: Sides): Outcome {
  const { base, head } = sides;
  const isText = bothAllow(sides, "string");
  const differences = [
    ...(isText ? compareLists(sides, "pattern", base.patterns, head.patterns, sayPattern) : []),
    ...compareLists(sides, "format", base.formats, head.formats, sayFormat),
    ...(isText ? compareLists(sides, "content-encoding", base.encodings, head.encodings, sayEncoding) : []),
    ...(isText
      ? compareLists(sides, "content-media-type", base.mediaTypes, head.mediaTypes, sayMediaType)
      : []),
  ];
  return { differences, inner: [] };
}

type Subject = "pattern" | "format" | "content-encoding" | "content-media-type";

interface Words {
  readonly now: (text: string) => string;
  readonly none: string;
  readonly was: (text: string) => string;
}

const sayPattern: Words = {
  now: (text) => `must match ${text} now`,
  none: "need not match a pattern now",
  was: (text) => `it had to match ${text}`,
};
const sayFormat: Words = {
  now: (text) => `has the format ${text} now`,
  none: "has no format now",
  was: (text) => `it was ${text}`,
};
const sayEncoding: Words = {
  now: (text) => `is encoded as ${text} now`,
  none: "is not encoded now",
  was: (text) => `it was ${text}`,
};
const sayMediaType: Words = {
  now: (text) => `holds ${text} now`,
  none: "holds no other media type now",
  was: (text) => `it was ${text}`,
};

function compareLists(
  { name }: Sides,
  subject: Subject,
  before: readonly Said<string>[],
  after: readonly Said<string>[],
  words: Words,
): readonly Difference[] {
  const lost = before.filter(({ value }) => !after.some((other) => isAtLeast(subject, other.value, value)));
  const gained = after.filter(({ value }) => !before.some((other) => isAtLeast(subject, other.value, value)));
  // What is demanded and was not lets fewer values through.
  const comparison = compareCounts(gained.length > 0, lost.length > 0);
  if (comparison === "equal") return [];
  const changed = (said: readonly Said<string>[], some: readonly Said<string>[]) => some[0] ?? said.at(-1);
  const [old, now] = [changed(before, lost), changed(after, gained)];
  const say = (said: readonly Said<string>[]) =>
    sayList(
      said.map(({ value }) => sayText(value)),
      "and",
    );
  const start = after.length === 0 ? words.none : words.now(say(after));
  const end = before.length === 0 ? "" : `; ${words.was(say(before))}`;
  // No judge of values looks into what a text encodes.
  const isRule =
    subject.startsWith("content-") || [...lost, ...gained].some(({ value }) => value === "binary");
  return [
    {
      ...{ subject, comparison, isUntyped: true },
      message: `${name(now?.pointer ?? old?.pointer)} ${start}${end}.`,
      ...{ base: old?.pointer, head: now?.pointer, before: old?.value, after: now?.value },
      ...(isRule && { evidence: "rule" }),
    },
  ];
}

/** Whether what `one` demands includes what `other` demands. */
function isAtLeast(subject: Subject, one: string, other: string): boolean {
  return one === other || (subject === "format" && wider.get(one)?.includes(other) === true);
}

function sayText(text: string): string {
  return sayValue(text).replace(/^`"(.*)"`$/s, "`$1`");
}
