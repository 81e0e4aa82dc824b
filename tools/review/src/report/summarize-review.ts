import type { Problem } from "@specmill/spec";
import type { Axis } from "../change.ts";
import type { Bump } from "../finding.ts";
import type { ApiReview, Review } from "../review.ts";
import type { JoinedFinding } from "./join-axes.ts";
import { count, listWords } from "./report-text.ts";
import { sortFindings } from "./sort-findings.ts";

/** What a reader has to know first. */
export interface Verdict {
  /** `stopped`: something is to be done before this may be merged. `quiet`: nothing changed. */
  readonly kind: "stopped" | "passed" | "quiet";
  /** One or more plain sentences. */
  readonly words: string;
  /** The largest of all APIs. */
  readonly bump: Bump;
  readonly wire: Bump;
  readonly source: Bump;
  /** Whether there is nothing that could not be compared: the bumps may be larger otherwise. */
  readonly isWhole: boolean;
}

const bumps: readonly Bump[] = ["none", "patch", "minor", "major"];

export function summarizeReview({ apis, problems }: Review): Verdict {
  const largest = (of: (api: ApiReview) => Bump) =>
    bumps[Math.max(0, ...apis.map((api) => bumps.indexOf(of(api))))] ?? "none";
  const errors = problems.filter(({ severity }) => severity === "error");
  const sorted = apis.map(({ findings }) => sortFindings(findings));
  const gating = sorted.flatMap((findings) => findings.gating);
  const stops = listStops(apis, errors, gating);
  const quiet = !apis.some(isTold) && problems.length === 0;
  return {
    kind: stops.length > 0 ? "stopped" : quiet ? "quiet" : "passed",
    words: [
      ...stops,
      ...(gating.length > 0 ? [] : listComforts(apis, errors, sum(sorted.map((s) => s.excused.length)))),
    ].join(" "),
    bump: largest(({ bump }) => bump),
    wire: largest(({ wire }) => wire),
    source: largest(({ source }) => source),
    isWhole: !apis.some(({ kind }) => kind === "unreadable") && (apis.length > 0 || errors.length === 0),
  };
}

/** How the versions have to move, as far as that is known. */
export function describeBumps(
  { bump, wire, source, isWhole }: Verdict,
  emphasize = (word: string) => word,
): string {
  if (!isWhole && bump === "none") return emphasize("not compared");
  return `${emphasize(bump)}${isWhole ? "" : " at least"} (wire: ${wire}, client source: ${source})`;
}

/** Whether there is anything to say of an API. */
export function isTold({ kind, findings, lint, consumers }: ApiReview): boolean {
  const parts = [findings, lint.added, lint.fixed, consumers.broken];
  return kind !== "unchanged" || parts.some(({ length }) => length > 0);
}

function listStops(
  apis: readonly ApiReview[],
  errors: readonly Problem[],
  gating: readonly JoinedFinding[],
): readonly string[] {
  const unreadable = apis.filter(({ kind }) => kind === "unreadable").length;
  return [
    ...(unreadable > 0 ? [`${count(unreadable, "API")} cannot be read, and could not be compared.`] : []),
    ...(errors.length > 0 ? [`${count(errors.length, "problem")} must be mended.`] : []),
    ...(gating.length > 0
      ? [`${count(gating.length, "breaking change")} must be approved or undone. ${describeHurt(gating)}`]
      : []),
  ];
}

/** Who has to do something, and how often where that is not the same for all. */
function describeHurt(gating: readonly JoinedFinding[]): string {
  const feel = (axis: Axis) =>
    gating.filter(({ findings }) => findings.some((finding) => finding.axis === axis)).length;
  const hurt = [
    { who: "HTTP callers", many: feel("wire") },
    { who: "users of the package", many: feel("source") },
  ].filter(({ many }) => many > 0);
  const alike = hurt.every(({ many }) => many === gating.length);
  const named = hurt.map(({ who, many }) => (alike ? who : `${who} (${many})`));
  return `${gating.length === 1 ? "It breaks" : "They break"} ${listWords(named)}.`;
}

/** Nothing good is said of what could not be compared. */
function listComforts(
  apis: readonly ApiReview[],
  errors: readonly Problem[],
  excused: number,
): readonly string[] {
  const compared = apis.filter(({ kind }) => kind !== "unreadable");
  if (compared.length === 0 && errors.length > 0) return [];
  const isPart = compared.length < apis.length;
  if (!compared.some(isTold)) return [isPart ? "No other API changes." : "No API changes."];
  const nothing = `Nothing breaks${isPart ? " in what could be compared" : ""}`;
  if (excused === 0) return [`${nothing}.`];
  return [`${nothing} but ${count(excused, "change")} that ${excused === 1 ? "is" : "are"} excused.`];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
