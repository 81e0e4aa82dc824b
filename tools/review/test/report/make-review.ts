import type { Problem } from "@specmill/spec";
import type { Finding } from "../../src/finding.ts";
import type { RuleText } from "../../src/report/rule-text.ts";
import type { ApiReview, Review } from "../../src/review.ts";
import { type ReviewRule, reviewRules } from "../../src/review-rule.ts";

/** Says which rule it is of, so that a test finds it again. */
export function textOfFake(rule: ReviewRule): RuleText {
  return {
    what: `What ${rule} is.`,
    why: `Why ${rule} breaks a \`caller\`.`,
    instead: `What to do instead of ${rule}.`,
  };
}

/** A breaking change that a payload proves. */
export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: "request-max-length",
    axis: "wire",
    impact: "breaking",
    status: "proved",
    direction: "request",
    operations: ["updateProfile"],
    pointer: "#/components/schemas/Profile/properties/name/maxLength",
    side: "head",
    message: "`name` may be at most 20 characters long; it was 40.",
    before: 40,
    after: 20,
    proof: {
      kind: "value",
      value: { name: "aaaaaaaaaaaaaaaaaaaaa" },
      of: "body of updateProfile",
      refusedBy: "head",
      reason: "`name` must not have more than 20 characters.",
    },
    place: { file: "specs/profile/openapi.yaml", line: 12, column: 7 },
    fingerprint: "0123456789ab",
    ...changes,
  };
}

export function makeProblem(changes: Partial<Problem> = {}): Problem {
  return {
    rule: "yaml",
    severity: "error",
    message: "The file is not YAML.",
    file: "specs/profile/openapi.yaml",
    line: 3,
    column: 1,
    ...changes,
  };
}

export function makeApi(changes: Partial<ApiReview> = {}): ApiReview {
  return {
    api: "profile",
    kind: "changed",
    file: "specs/profile/openapi.yaml",
    bump: "major",
    wire: "major",
    source: "none",
    findings: [makeFinding()],
    lint: { kind: "compared", added: [], fixed: [], kept: 0 },
    consumers: { compiled: 0, broken: [], unusable: [] },
    documents: {},
    apiReports: {},
    ...changes,
  };
}

/** An API that is as it was. */
export function makeUnchanged(changes: Partial<ApiReview> = {}): ApiReview {
  return makeApi({ kind: "unchanged", bump: "none", wire: "none", findings: [], ...changes });
}

export function makeReview(changes: Partial<Review> = {}): Review {
  return { base: "main (586e4f6)", head: "HEAD (4d69168)", apis: [makeApi()], problems: [], ...changes };
}

/** A review with very many breaking changes, and half as many of everything else. */
export function makeLargeReview(breaking: number): Review {
  const findings = Array.from({ length: breaking }, (_, index) => {
    const operations = Array.from({ length: 1 + (index % 30) }, (__, of) => `operation${(index + of) % 400}`);
    return makeFinding({
      rule: reviewRules[(index * 7) % reviewRules.length] ?? "request-values",
      axis: index % 5 === 0 ? "source" : "wire",
      message: `\`property${index}\` may be at most ${index} characters long; it was ${index + 20}.`,
      operations,
      proof: {
        kind: "value",
        value: { [`property${index}`]: "a".repeat(index % 300) },
        of: `body of operation${index % 400}`,
        refusedBy: "head",
        reason: `\`property${index}\` must not have more than ${index} characters.`,
      },
      fingerprint: (0x1000_0000_0000 + index * 7919).toString(16),
    });
  });
  const others = findings.slice(0, Math.floor(breaking / 2)).flatMap((finding): readonly Finding[] => [
    { ...finding, rule: "operation-added", impact: "compatible", status: "derived" },
    { ...finding, status: "suspected" },
    { ...finding, rule: "documentation-changed", impact: "note", status: "derived" },
  ]);
  return makeReview({ apis: [makeApi({ findings: [...findings, ...others] })] });
}
