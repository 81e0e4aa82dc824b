import { contractTexts, driftTexts, verdictTexts } from "@specmill/contract";
import { reviewRules, reviewTexts, textOf } from "@specmill/review";
import { lintTexts, type RuleText, type RuleTexts } from "@specmill/spec";
import { generatorTexts } from "./generator-texts.ts";
import { mockTexts, rewriteTexts } from "./mock-texts.ts";

/** The command that reports a rule. */
export type RuleTool = "lint" | "generate" | "mock" | "contract" | "review";

export interface Rule {
  /** As reports name it. */
  readonly name: string;
  readonly tool: RuleTool;
  readonly text: RuleText;
}

/** Rules that have something in common. */
export interface RuleGroup {
  readonly tool: RuleTool;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule that any command can report, in the order in which they are documented. A tool has a name once. */
export function listRules(): readonly RuleGroup[] {
  const review = Object.fromEntries(reviewRules.map((rule) => [rule, textOf(rule)]));
  // Drift shares two names with the cases, which mean the same there.
  const drift = Object.fromEntries(
    Object.entries(driftTexts).filter(([name]) => !Object.hasOwn(verdictTexts, name)),
  );
  return [
    group("lint", "What keeps a document from being linted", lintTexts.document),
    group("lint", "Rules of this house", lintTexts.house),
    group("lint", "Redocly's rules", lintTexts.engine),
    group("lint", "Redocly's rules that are off unless `redocly.yaml` turns them on", lintTexts.spare),
    group("generate", "What `specmill generate` refuses or warns of", generatorTexts),
    group("mock", "What the mock refuses to serve", mockTexts),
    group("mock", "What the mock changes, makes up or lets pass", rewriteTexts),
    group("contract", "What a case finds", verdictTexts),
    group("contract", "How traffic differs from the document", drift),
    group("contract", "What a whole run, its files or its gates are faulted for", contractTexts),
    group("review", "What a change does to callers", review),
    group("review", "What a review's inputs are faulted for", reviewTexts),
  ];
}

function group(tool: RuleTool, title: string, texts: RuleTexts): RuleGroup {
  return { tool, title, rules: Object.entries(texts).map(([name, text]) => ({ name, tool, text })) };
}
