import type { Finding } from "../finding.ts";
import { bumpOfReview } from "./bump-of.ts";
import { describeForConsumer } from "./describe-for-consumer.ts";

const titles = { breaking: "Breaking", new: "New", changed: "Changed" } as const;

type Group = keyof typeof titles;

/** Lines of a group before the rest is counted; what breaks is told whole. */
const limit = 40;

/**
 * What changed between two versions of a package, for those who use it: Markdown whose first paragraph sums it up.
 * What looks like another wording of the same is left out.
 */
export function writeReleaseNotes(findings: readonly Finding[]): string {
  const told = withoutEchoes(findings.filter(({ status }) => status !== "suspected"));
  const lines = new Map<string, Group>();
  // The gravest first: what breaks along one axis is not told again as harmless along the other.
  for (const group of ["breaking", "new", "changed"] as const) {
    for (const finding of told.filter((one) => groupOf(one) === group)) {
      const line = describe(finding);
      if (!lines.has(line)) lines.set(line, group);
    }
  }
  const groups = (["breaking", "new", "changed"] as const).map((group) => ({
    group,
    lines: [...lines].filter(([, of]) => of === group).map(([line]) => line),
  }));
  const sections = groups.filter((one) => one.lines.length > 0);
  if (sections.length === 0) return "The description of the API is worded anew; nothing changes for callers.";
  const counts = sections.map((section) => count(section.group, section.lines.length));
  return [`The API changed: ${join(counts)}.`, ...sections.map(writeSection)].join("\n\n");
}

function writeSection({
  group,
  lines,
}: {
  readonly group: Group;
  readonly lines: readonly string[];
}): string {
  const shown = group === "breaking" ? lines : lines.slice(0, limit);
  const more = lines.length - shown.length;
  const rest = more === 0 ? [] : [`- And ${more} more.`];
  return [`**${titles[group]}**`, "", ...shown.map((line) => `- ${line}`), ...rest].join("\n");
}

function groupOf(finding: Finding): Group {
  if (bumpOfReview([finding]) === "major") return "breaking";
  return finding.impact === "compatible" && finding.rule.endsWith("-added") ? "new" : "changed";
}

function describe(finding: Finding): string {
  return finding.rule === "documentation-changed"
    ? "Documentation is revised."
    : describeForConsumer(finding);
}

/** Without what only the compiler says where a rule has said why. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const reasons = findings.filter(
    ({ axis, impact, rule }) => axis === "source" && impact === "breaking" && !rule.startsWith("source-"),
  );
  return findings.filter(({ rule, operations }) => {
    if (rule === "source-consumer") return reasons.length === 0;
    if (rule !== "source-request" && rule !== "source-response") return true;
    const direction = rule === "source-request" ? "request" : "response";
    const explained = new Set(
      reasons.filter((reason) => reason.direction === direction).flatMap((reason) => reason.operations),
    );
    return operations.length === 0 || !operations.every((operation) => explained.has(operation));
  });
}

function count(group: Group, number: number): string {
  const one = number === 1;
  switch (group) {
    case "breaking":
      return `${number} breaking ${one ? "change" : "changes"}`;
    case "new":
      return `${number} ${one ? "addition" : "additions"}`;
    case "changed":
      return `${number} other ${one ? "change" : "changes"}`;
  }
}

function join(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
