import {
  type Example,
  type JsonObject,
  joinPointer,
  type MediaType,
  type Parameter,
  resolvePointer,
} from "@specmill/spec";
import { bodyKind } from "./body-kind.ts";
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
  const named = joinPointer(pointer, "examples", name);
  const isNamed = resolvePointer(document, named) !== undefined;
  return { class: "example", pointer: isNamed ? named : joinPointer(pointer, "example"), want };
}

/** How the value of a parameter shows itself. */
export function parameterWire(parameter: Parameter): Wire {
  if (parameter.mediaType !== undefined && bodyKind({ type: parameter.mediaType }) === "json") return "json";
  return parameter.in === "path" ? "path" : "text";
}
