import { type Oracle, sampleValue } from "@specmill/oracle";
import { joinPointer, type MediaType } from "@specmill/spec";
import { bodyKind } from "../wire/body-kind.ts";

const known = new WeakMap<Oracle, Map<string, { readonly reason: string | undefined }>>();

/**
 * Why a mock cannot answer in a media type as its schema asks: a schema may allow nothing at all, such as an object that
 * must contain itself without end.
 */
export function whyUnmakeable(oracle: Oracle, mediaType: MediaType): string | undefined {
  if (mediaType.jsonSchema === undefined || bodyKind(mediaType) !== "json") return undefined;
  const pointer = joinPointer(mediaType.pointer, "schema");
  const reasons = known.get(oracle) ?? new Map<string, { readonly reason: string | undefined }>();
  known.set(oracle, reasons);
  const found = reasons.get(pointer) ?? { reason: tryToMake(oracle, pointer) };
  reasons.set(pointer, found);
  return found.reason;
}

function tryToMake(oracle: Oracle, pointer: string): string | undefined {
  const sampled = sampleValue(oracle, pointer, "response");
  return sampled.kind === "none" ? sampled.reason : undefined;
}
