import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { isDocumentation } from "./annotation-keywords.ts";
import type { Follower } from "./follow-place.ts";
import type { Place } from "./shape.ts";

/** A schema that only refers to another one: by `$ref`, or by a list of one, with null beside it or not. */
export interface Envelope {
  /** The schema within. */
  readonly place: Place;
  /** Where it says that null is allowed as well. */
  readonly nullPlace: string | undefined;
  /** The schemas around it that say something else: for people, or of what is left out. The outermost first. */
  readonly covers: readonly Place[];
  /** The schemas that led to `place` by a reference, and `place`: all that may say `readOnly`. */
  readonly chain: readonly Place[];
}

/** Takes a schema out of what only refers to it. A circle is not opened. */
export function openEnvelope(given: Place, follower: Follower): Envelope {
  let place = given;
  let nullPlace: string | undefined;
  const covers: Place[] = [];
  const chain: Place[] = [];
  for (let steps = 0; steps < 30; steps++) {
    const { schema } = place;
    chain.push(place);
    if (!isJsonObject(schema)) return { place, nullPlace, covers, chain };
    const letter = readLetter(place, schema, follower);
    if (letter === undefined) return { place, nullPlace, covers, chain };
    const isCover = Object.keys(schema).some((key) => isDocumentation(key) || key === "default");
    const isRead = follower.version === "3.1" || letter.kind !== "reference";
    if (isCover && isRead) covers.push(place);
    nullPlace ??= letter.nullPlace;
    place = letter.place;
  }
  return { place: given, nullPlace: undefined, covers: [], chain: [given] };
}

interface Letter {
  readonly kind: "reference" | "list";
  readonly place: Place;
  readonly nullPlace: string | undefined;
}

const words: ReadonlySet<string> = new Set(["default", "readOnly", "writeOnly", "$defs"]);

function readLetter({ pointer }: Place, schema: JsonObject, follower: Follower): Letter | undefined {
  const target = follower.target(schema);
  if (follower.version === "3.0" && target !== undefined)
    return { kind: "reference", place: target, nullPlace: undefined };
  const nullPlace =
    follower.version === "3.0" && schema["nullable"] === true ? joinPointer(pointer, "nullable") : undefined;
  const said = Object.keys(schema).filter(
    (key) => !isDocumentation(key) && !words.has(key) && key !== "nullable",
  );
  const [keyword] = said;
  if (keyword === undefined || said.length > 1) return undefined;
  if (target !== undefined) return { kind: "reference", place: target, nullPlace };
  const members = schema[keyword];
  if (!Array.isArray(members) || !["allOf", "anyOf", "oneOf"].includes(keyword)) return undefined;
  const at = (index: number) => joinPointer(pointer, keyword, String(index));
  const nullIndex = keyword === "allOf" ? -1 : members.findIndex(isNullType);
  const index = members.findIndex((_: JsonValue, other) => other !== nullIndex);
  if (index < 0 || members.length !== (nullIndex < 0 ? 1 : 2)) return undefined;
  return {
    kind: "list",
    place: { schema: members[index] ?? true, pointer: at(index) },
    nullPlace: nullPlace ?? (nullIndex < 0 ? undefined : at(nullIndex)),
  };
}

function isNullType(schema: JsonValue): boolean {
  return isJsonObject(schema) && schema["type"] === "null" && Object.keys(schema).length === 1;
}
