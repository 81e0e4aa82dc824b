import type { LoadedDocument, Problem } from "@specmill/spec";
import type { Bump, Finding } from "./finding.ts";

/** What a change does to all the APIs of a house, or to two documents. */
export interface Review {
  /** How base and head were named: a git ref with its short commit, a folder, a file. */
  readonly base: string;
  readonly head: string;
  /** By name; also those that did not change. */
  readonly apis: readonly ApiReview[];
  /** What keeps the review from being one, such as a spec that does not parse; and what is wrong with approvals. */
  readonly problems: readonly Problem[];
}

export interface ApiReview {
  readonly api: string;
  /** `unreadable`: one side cannot be loaded; `problems` of the review tell why, and nothing was compared. */
  readonly kind: "changed" | "unchanged" | "added" | "removed" | "renamed" | "unreadable";
  /** What a renamed API was called. */
  readonly formerName?: string;
  /** The document, as people know it: of head, or of base where it is gone. */
  readonly file: string;
  readonly bump: Bump;
  readonly wire: Bump;
  readonly source: Bump;
  /** The most serious first. */
  readonly findings: readonly Finding[];
  readonly lint: LintDelta;
  readonly consumers: ConsumerSummary;
  /** The two documents, for the report that shows them. */
  readonly documents: { readonly base?: LoadedDocument; readonly head?: LoadedDocument };
  /** `etc/<api>.api.md` of the two packages: what each exports. */
  readonly apiReports: { readonly base?: string; readonly head?: string };
}

export interface LintDelta {
  /** Absent where no lint configuration is there, and nothing was linted. */
  readonly kind: "compared" | "skipped";
  readonly added: readonly Problem[];
  readonly fixed: readonly Problem[];
  /** How many problems both sides have. */
  readonly kept: number;
}

export interface ConsumerSummary {
  /** Files, or code blocks of Markdown, that compiled against the old package. */
  readonly compiled: number;
  /** As `file` or `file#n`: those that do not against the new one. */
  readonly broken: readonly string[];
  /** Those that did not compile against the old package either, and so say nothing. */
  readonly unusable: readonly string[];
}
