import { makeVisible } from "../report/report-text.ts";
import type { DriftFinding } from "./drift.ts";

/** A finding in one line, as a person reads it while traffic passes. */
export function writeDriftLine({
  kind,
  operation,
  message,
  observed,
}: Pick<DriftFinding, "kind" | "operation" | "message" | "observed">): string {
  const subject = operation === undefined ? "" : `${operation}: `;
  const seen = observed.length === 0 ? "" : ` Seen: ${observed.join(", ")}.`;
  return makeVisible(`${kind}  ${subject}${message}${seen}`);
}
