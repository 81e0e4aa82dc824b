import type { Parameter, ResponseHeader } from "@specmill/spec";
import type { Place } from "./list-places.ts";
import { plainTypes } from "./plain-types.ts";

/** Whether a parameter or header takes any text that travels in its place. */
export function takesAnyText(part: Parameter | ResponseHeader, place: Place | undefined): boolean {
  // What is described by a media type has to be of it.
  if ("mediaType" in part || place?.reaches.some(({ wire }) => wire === "json") === true) return false;
  if (part.schema === undefined || place === undefined) return part.schema !== false;
  return plainTypes(place.document, place.schema).has("string");
}
