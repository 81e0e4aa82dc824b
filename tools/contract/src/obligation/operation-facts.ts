import {
  type Example,
  followPointer,
  type JsonObject,
  joinPointer,
  type MediaType,
  type Parameter,
  resolvePointer,
} from "@specmill/spec";
import { bodyKind } from "../wire/body-kind.ts";
import type { Fact } from "./obligation-id.ts";
import type { Wire } from "./walk-schema.ts";

/** @param place - a response's key, or `request` */
export function mediaTypeFact({ pointer, type }: MediaType, place: string): Fact {
  return { class: "media-type", pointer, want: `${place} ${type}` };
}

/** @param want - `accepted`, or a response's key and `served` */
export function exampleFact(
  document: JsonObject,
  { pointer }: MediaType,
  { name }: Example,
  want: string,
): Fact {
  return { class: "example", pointer: examplePointer(document, { pointer }, name), want };
}

/** Where an example of a media type stands: by its name, or the one that has none. */
function examplePointer(document: JsonObject, { pointer }: Pick<MediaType, "pointer">, name: string): string {
  const named = joinPointer(pointer, "examples", name);
  return resolvePointer(document, named) === undefined ? joinPointer(pointer, "example") : named;
}

/** Where the value of an example stands, or a part of it. */
export function exampleValuePointer(
  document: JsonObject,
  mediaType: Pick<MediaType, "pointer">,
  name: string,
  at: string,
): string {
  const pointer = followPointer(document, examplePointer(document, mediaType, name));
  return `${pointer.endsWith("/example") ? pointer : joinPointer(pointer, "value")}${at}`;
}

/** How the value of a parameter shows itself. */
export function parameterWire(parameter: Parameter): Wire {
  if (parameter.mediaType !== undefined && bodyKind({ type: parameter.mediaType }) === "json") return "json";
  return parameter.in === "path" ? "path" : "text";
}
