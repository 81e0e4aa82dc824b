import type { Finding } from "../finding.ts";
import type { ReviewSettings } from "./read-settings.ts";

/** The findings with what the house says of their rules: some break callers, some do not stop a merge. */
export function applyLevels(findings: readonly Finding[], { levels }: ReviewSettings): readonly Finding[] {
  return findings.map((finding) => {
    const level = levels[finding.rule];
    if (level === "breaking") return { ...finding, impact: "breaking" };
    const isDemoted = level === "note" && finding.impact === "breaking" && finding.excuse === undefined;
    return isDemoted ? { ...finding, excuse: { kind: "configured" } } : finding;
  });
}
