import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "@specmill/spec";
import type { Excuse, SourcePlace } from "../finding.ts";
import type { ApiReview, Review } from "../review.ts";
import { describeProofs } from "./describe-proof.ts";
import type { JoinedFinding } from "./join-axes.ts";
import { nameRequests } from "./name-requests.ts";
import { writePlain } from "./report-piece.ts";
import { compareText, listWords, makeVisible } from "./report-text.ts";
import type { RuleText, TextOf } from "./rule-text.ts";
import { sortFindings } from "./sort-findings.ts";

const longestProof = 200;

/**
 * A review as a SARIF 2.1.0 log for code scanning: what breaks (suppressed, where something excuses it), what is
 * suspected, and problems; one result for both axes. What is compatible is not in it, because code scanning makes an alert of every result.
 */
export function writeSarif({ apis, problems }: Review, textOf: TextOf): string {
  const results = [
    ...apis.flatMap(listResults),
    ...problems.map((problem): Result => ({ kind: "problem", rule: problem.rule, problem })),
  ];
  const rules = new Map(results.map((result) => [result.rule, describeRule(result, textOf)]));
  const ids = [...rules.keys()].sort(compareText);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        // Another name than that of lint: an upload replaces an earlier one of the same tool.
        tool: { driver: { name: "specmill review", rules: ids.map((id) => rules.get(id)) } },
        columnKind: "utf16CodeUnits",
        results: results.map((result) => describeResult(result, ids.indexOf(result.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

type Result =
  | {
      readonly kind: "finding";
      readonly rule: JoinedFinding["rule"];
      readonly finding: JoinedFinding;
      readonly proofs: readonly string[];
    }
  | { readonly kind: "problem"; readonly rule: string; readonly problem: Problem };

function listResults(api: ApiReview): readonly Result[] {
  const { gating, excused, suspected } = sortFindings(api.findings);
  const requests = nameRequests(api);
  return [...gating, ...excused, ...suspected].map((finding) => {
    const proofs = describeProofs(finding, requests, longestProof).map(writePlain);
    return { kind: "finding", rule: finding.rule, finding, proofs };
  });
}

function describeRule(result: Result, textOf: TextOf) {
  switch (result.kind) {
    case "finding":
      return describeTexts(result.rule, textOf(result.rule));
    case "problem": {
      const { message, hint } = result.problem;
      return describeTexts(result.rule, { what: result.rule, why: result.rule, instead: hint ?? message });
    }
  }
}

/** All four texts are there for every rule, because code scanning refuses a rule that lacks one. */
function describeTexts(id: string, { what, why, instead }: RuleText) {
  return { id, shortDescription: { text: what }, fullDescription: { text: why }, help: { text: instead } };
}

function describeResult(result: Result, ruleIndex: number) {
  const { rule: ruleId } = result;
  switch (result.kind) {
    case "finding": {
      const { finding, proofs } = result;
      const { findings, status, operations, pointer, fingerprint, excuse } = finding;
      return {
        ruleId,
        ruleIndex,
        level: status === "suspected" ? "warning" : "error",
        message: { text: writeMessage(finding, proofs) },
        locations: [describeLocation(finding.place)],
        // The first is the one that code scanning reads; left to itself, it would take the line's text.
        partialFingerprints: {
          primaryLocationLineHash: `${fingerprint}:1`,
          "specmillReview/v1": fingerprint,
        },
        ...(excuse === undefined ? {} : { suppressions: [describeSuppression(excuse)] }),
        properties: { axes: findings.map(({ axis }) => axis), status, operations, pointer },
      };
    }
    case "problem": {
      const { severity, message, hint, ...place } = result.problem;
      const text = hint === undefined ? message : `${message}\n${hint}`;
      return { ruleId, ruleIndex, level: severity, message: { text }, locations: [describeLocation(place)] };
    }
  }
}

function writeMessage({ message, operations }: JoinedFinding, proofs: readonly string[]): string {
  const reach = operations.length > 0 ? [`Operations: ${listWords(operations)}.`] : [];
  return [message, ...proofs, ...reach].map(makeVisible).join("\n");
}

function describeSuppression(excuse: Excuse) {
  return { kind: "external", status: "accepted", justification: justify(excuse) };
}

function justify(excuse: Excuse): string {
  switch (excuse.kind) {
    case "approved": {
      const { reason, owner, until, note } = excuse;
      return `Approved by ${owner} until ${until}: ${reason}${note === undefined ? "" : `. ${note}`}`;
    }
    case "sunset":
      return `Deprecated, and was to go on ${excuse.date}.`;
    case "unstable":
      return `Of stability ${excuse.level}, of which nothing is promised yet.`;
    case "configured":
      return "The configuration of the review makes this rule a note.";
  }
}

function describeLocation({ file, line, column }: SourcePlace) {
  const artifactLocation = isAbsolute(file)
    ? { uri: pathToFileURL(file).href }
    : { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
  return { physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } };
}
