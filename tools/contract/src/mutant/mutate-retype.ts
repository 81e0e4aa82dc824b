import type { Draft } from "./draft-mutant.ts";
import type { Place } from "./list-places.ts";
import { draftSchema } from "./mutate-schema.ts";
import { otherType } from "./other-type.ts";

/** A schema of another type at a place, for this place alone where the schema is a reference. */
export function draftRetype(place: Place, operator: "parameter-retype" | "header-retype"): Draft {
  const type = otherType(place.document, place.schema, place.reaches[0]?.wire);
  return draftSchema(place, { operator, keys: [], change: `becomes ${type}`, after: { type } });
}
