import { isJsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { conjoinDrafts, emptyDraft } from "./conjoin-drafts.ts";
import type { Follower } from "./follow-place.ts";
import { readGroup } from "./read-group.ts";
import { readOwn } from "./read-own.ts";
import { readUnevaluated } from "./read-rules.ts";
import { settleShape } from "./settle-shape.ts";
import type { Draft, Place, Shape } from "./shape.ts";

/** Reads schemas of one document, each once. */
export type SchemaReader = (places: readonly Place[]) => Shape;

/**
 * Makes a reader that brings all that the schemas at some places say together into one form: references followed,
 * `allOf` taken apart, OpenAPI 3.0 and 3.1 in the same words. A schema that contains itself says nothing more there.
 */
export function createSchemaReader(follower: Follower): SchemaReader {
  const shapes = new Map<string, Shape>();
  const drafts = new Map<string, Draft>();
  return (places) => {
    const key = places.map(({ pointer }) => pointer).join(" ");
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const read = places.map((place) => {
      const draft = drafts.get(place.pointer) ?? readDraft(place, follower, new Set());
      drafts.set(place.pointer, draft);
      return draft;
    });
    const shape = settleShape(conjoinDrafts(read));
    shapes.set(key, shape);
    return shape;
  };
}

function readDraft(place: Place, follower: Follower, outer: ReadonlySet<string>): Draft {
  const { schema, pointer } = place;
  if (schema === false) return { ...emptyDraft, places: [place], never: pointer };
  if (!isJsonObject(schema)) return { ...emptyDraft, places: [place] };
  if (outer.has(pointer)) return emptyDraft;
  const seen = new Set([...outer, pointer]);
  const read = (below: Place) => readDraft(below, follower, seen);
  const target = follower.target(schema);
  // OpenAPI 3.0 has whatever stands beside a reference ignored (3.0.4, section 4.8.23).
  if (follower.version === "3.0" && target !== undefined) return read(target);
  const { allOf } = schema;
  const whole = conjoinDrafts([
    dropDecidedHint(readOwn(schema, pointer), schema),
    ...(target === undefined ? [] : [read(target)]),
    ...(Array.isArray(allOf)
      ? allOf.map((member: JsonValue, index) =>
          read({ schema: member, pointer: joinPointer(pointer, "allOf", String(index)) }),
        )
      : []),
    readGroup(schema, pointer, "oneOf", follower, read, orNull),
    readGroup(schema, pointer, "anyOf", follower, read, orNull),
  ]);
  const closed = readUnevaluated(schema, pointer, whole);
  return follower.version === "3.0" && schema["nullable"] === true
    ? orNull(closed, joinPointer(pointer, "nullable"))
    : closed;
}

/** A discriminator that decides on a branch is compared with the branches. */
function dropDecidedHint(own: Draft, schema: { readonly [key: string]: JsonValue }): Draft {
  return Array.isArray(schema["oneOf"]) || Array.isArray(schema["anyOf"]) ? { ...own, hint: undefined } : own;
}

/** A draft that allows null as well, since the schema at a place says so. */
function orNull(draft: Draft, place: string): Draft {
  const { types, values } = draft;
  return {
    ...draft,
    never: undefined,
    nullPlace: place,
    types:
      draft.never !== undefined
        ? { value: new Set(["null"]), pointer: place }
        : types && { value: new Set([...types.value, "null"]), pointer: types.pointer },
    values: values && {
      value: values.value.includes(null) ? values.value : [...values.value, null],
      pointer: values.pointer,
    },
    groups: draft.groups.map((group) => ({ ...group, nullPlace: group.nullPlace ?? place })),
  };
}
