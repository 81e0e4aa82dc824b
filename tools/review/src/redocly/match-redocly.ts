import { followPointer, type JsonObject, resolvePointer } from "@specmill/spec";
import { splitPointer, stableLocation, throughReferences } from "../approval/stable-location.ts";
import type { Change } from "../change.ts";
import type { RedoclyChange } from "./redocly-change.ts";

/** The bundled documents; places in them are what both engines are compared by. */
export interface ComparedDocuments {
  readonly base: JsonObject;
  readonly head: JsonObject;
}

export interface RedoclyMatch {
  /** What Redocly calls major and none of our changes explains. */
  readonly unmatched: readonly UnmatchedChange[];
  /** How many of its majors one of our changes explains. */
  readonly matched: number;
}

export interface UnmatchedChange {
  readonly change: RedoclyChange;
  /** Which document `pointer` leads into. */
  readonly side: "base" | "head";
  /** To the place, or to the nearest that is there. */
  readonly pointer: string;
}

/**
 * Looks up what Redocly calls major among our own changes: one at the same place, at a place that a `$ref` there
 * leads to, around it or within it explains it, whichever way its values travel and whatever was made of it.
 */
export function matchRedocly(
  changes: readonly RedoclyChange[],
  ours: readonly Change[],
  documents: ComparedDocuments,
): RedoclyMatch {
  const majors = changes.filter(({ impact }) => impact === "major");
  if (majors.length === 0) return { unmatched: [], matched: 0 };
  const known = ours.map((change) => ({ change, places: placesOf(change, documents) }));
  const unmatched = majors.filter((major) => {
    const places = placesOf(fillPlaces(major, documents), documents);
    return !known.some((one) => explains(one.change, one.places, major, places));
  });
  return {
    unmatched: unmatched.map((change) => ({ change, ...findPlace(change, documents) })),
    matched: majors.length - unmatched.length,
  };
}

function explains(
  ours: Change,
  ourPlaces: readonly string[],
  theirs: RedoclyChange,
  theirPlaces: readonly string[],
): boolean {
  if (isSecurity(theirs) && ours.rule.startsWith("security-")) {
    if ([...ourPlaces, ...theirPlaces].some((place) => wholeSecurity.test(place))) return true;
  }
  if (ourPlaces.some((our) => theirPlaces.some((their) => isDemandOf(their, our, ours)))) return true;
  const isNote = ours.wire === "note" && ours.source === "note";
  const isBreaking = ours.wire === "breaking" || ours.source === "breaking";
  const reachesWithin = !isNote && (!labels.has(ours.rule) || theirs.rules.includes("operation-id-changed"));
  return ourPlaces.some((our) =>
    theirPlaces.some((their) => {
      const [one, other] = isOfPath(our) || isOfPath(their) ? [toPath(our), toPath(their)] : [our, their];
      return one === other || (reachesWithin && isWithin(other, one)) || (isBreaking && isWithin(one, other));
    }),
  );
}

/** A property that comes or goes brings its name in `required` along. */
function isDemandOf(their: string, our: string, { rule }: Change): boolean {
  if (!/-property-(added|removed)$/.test(rule)) return false;
  const holder = /^(.*)\/required(\/|$)/.exec(their)?.[1];
  return holder !== undefined && our.startsWith(`${holder}/properties/`);
}

/** What these say of an operation says nothing of what is within it. */
const labels: ReadonlySet<string> = new Set<Change["rule"]>([
  "operation-renamed",
  "operation-deprecated",
  "stability-changed",
  "sunset-changed",
  "tag-changed",
  "link-changed",
  "documentation-changed",
]);

/** Where a credential is asked of every operation, or told how to send: each of those may show it. */
const wholeSecurity = /^#\/(security|components\/securitySchemes)(\/|$)/;

function isSecurity({ rules }: RedoclyChange): boolean {
  return rules.some((rule) => rule.startsWith("security-"));
}

/** Parameters that all operations of a path share are those of each. */
function isOfPath(place: string): boolean {
  return /^#\/paths\/[^/]+\/parameters(\/|$)/.test(place);
}

function toPath(place: string): string {
  return place.replace(/^(#\/paths\/[^/]+)\/[a-z]+(\/parameters(?:\/|$))/, "$1$2");
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`);
}

/** Every name that a place of either document goes by. */
function placesOf(
  { base, head }: Pick<RedoclyChange, "base" | "head">,
  documents: ComparedDocuments,
): readonly string[] {
  const of = (document: JsonObject, pointer: string | undefined): readonly string[] => {
    if (pointer === undefined) return [];
    const target = followPointer(document, throughReferences(document, pointer));
    return [pointer, target].map((place) => withoutSynonyms(stableLocation(document, place)));
  };
  return [...new Set([...of(documents.base, base), ...of(documents.head, head)])];
}

/** What lies in a file of its own has its place in the bundle by the way that leads there. */
function fillPlaces(
  change: RedoclyChange,
  documents: ComparedDocuments,
): Pick<RedoclyChange, "base" | "head"> {
  const { kind, path, base, head } = change;
  // The numbers of items on the way are those of one side alone: a place is better where there is one.
  if (base !== undefined || head !== undefined) return change;
  return {
    ...(kind !== "added" && isThere(documents.base, path) ? { base: path } : {}),
    ...(kind !== "removed" && isThere(documents.head, path) ? { head: path } : {}),
  };
}

function isThere(document: JsonObject, path: string): boolean {
  // A keyword that one side lacks has its place there all the same.
  const around = throughReferences(document, path).replace(/\/[^/]*$/, "");
  return resolvePointer(document, followPointer(document, around)) !== undefined;
}

/** Keywords that say the same thing in two ways are one place. */
function withoutSynonyms(place: string): string {
  const last = splitPointer(place).at(-1) ?? "";
  const family = synonyms.get(last);
  return family === undefined ? place : `${place.slice(0, -last.length)}${family}`;
}

const synonyms: ReadonlyMap<string, string> = new Map([
  ["const", "enum"],
  ["nullable", "type"],
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
]);

function findPlace(change: RedoclyChange, documents: ComparedDocuments): Omit<UnmatchedChange, "change"> {
  const { head, base } = fillPlaces(change, documents);
  const side = head === undefined && base !== undefined ? "base" : "head";
  let pointer = throughReferences(documents[side], head ?? base ?? change.path);
  while (pointer !== "#" && resolvePointer(documents[side], pointer) === undefined) {
    pointer = pointer.replace(/\/[^/]*$/, "");
  }
  return { side, pointer };
}
