import type { MediaType } from "@specmill/spec";
import { toDocComment } from "./comments.ts";
import { declareType } from "./declare-type.ts";
import { describeSchema } from "./describe-schema.ts";
import { type Emission, referToModel } from "./emission.ts";
import { isDescribed } from "./media-type.ts";

/**
 * The type of a body as the caller gives it or gets it: what the document says of JSON and of forms, otherwise text
 * or bytes.
 *
 * @param place - its key among the names of bodies
 */
export function emitBodyType(
  mediaType: MediaType,
  direction: "request" | "response",
  place: string,
  emission: Emission,
): string {
  const { type, schema, jsonSchema } = mediaType;
  if (isDescribed(type, direction)) {
    const reference = referToModel(emission);
    if (schema !== undefined) return reference(schema);
    return emission.names.bodies.get(place) ?? emission.types.emit(jsonSchema, { reference });
  }
  if (/^text\//i.test(type)) return "string";
  return direction === "request" ? "string | Blob | BufferSource" : "Blob";
}

/** The exported type of a body that is no component; nothing where it has no name of its own. */
export function emitBodyDeclaration(
  mediaType: MediaType,
  place: string,
  summary: string,
  emission: Emission,
): readonly string[] {
  const name = emission.names.bodies.get(place);
  if (name === undefined) return [];
  const { jsonSchema } = mediaType;
  const [description, ...rest] = describeSchema(emission.types.follow(jsonSchema));
  const doc = toDocComment([description ?? summary, ...rest]);
  return [declareType(name, doc, emission.types.emit(jsonSchema, { reference: referToModel(emission) }))];
}
