import type { DriftReport } from "./drift.ts";

/** What was found as one JSON document. */
export function writeDriftJson(report: DriftReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
