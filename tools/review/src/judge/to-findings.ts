import type { JsonObject } from "@specmill/spec";
import { fingerprintOf } from "../approval/fingerprint-of.ts";
import type { Finding, SourcePlace } from "../finding.ts";
import type { ApiReview } from "../review.ts";
import { findSurvivor } from "./find-survivor.ts";
import type { JudgedChange } from "./judged-change.ts";

/**
 * What was judged, with its place in the files of head and with the fingerprint that an approval names.
 *
 * @param locate - from a pointer into the bundled head document to the nearest place that is there
 */
export function toFindings(
  judged: readonly JudgedChange[],
  documents: ApiReview["documents"],
  locate: (pointer: string) => SourcePlace,
): readonly Finding[] {
  const bundled = {
    ...(documents.base === undefined ? {} : { base: documents.base.document }),
    ...(documents.head === undefined ? {} : { head: documents.head.document }),
  };
  return judged.filter(isWorthTelling).map(({ change, axis, impact, status, proof }) => {
    const { rule, direction, operations, message, before, after, base, head } = change;
    const pointer = head ?? base ?? "#";
    const identity = {
      rule,
      axis,
      operations,
      message,
      pointer,
      side: head === undefined && base !== undefined ? "base" : "head",
      ...(direction === undefined ? {} : { direction }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    } as const;
    return {
      ...identity,
      impact,
      status,
      ...(proof === undefined ? {} : { proof }),
      place: locate(identity.side === "base" ? besideGone(pointer, bundled) : pointer),
      fingerprint: fingerprintOf(identity, bundled),
    };
  });
}

function besideGone(pointer: string, { base, head }: { base?: JsonObject; head?: JsonObject }): string {
  return base === undefined || head === undefined ? pointer : findSurvivor(pointer, { base, head });
}

/** What is of no consequence along one axis is told by the other, or else once. */
function isWorthTelling({ axis, impact, change }: JudgedChange): boolean {
  if (axis === "source" || impact !== "note") return true;
  return change.source === "note" && change.rule !== "documentation-changed";
}
