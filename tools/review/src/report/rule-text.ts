import type { ReviewRule } from "../review-rule.ts";

/** What people are told of a rule, each in a sentence or two with names between backticks. */
export interface RuleText {
  /** What the rule finds. */
  readonly what: string;
  /** Why callers break. */
  readonly why: string;
  /** How to get the same compatibly. */
  readonly instead: string;
}

export type TextOf = (rule: ReviewRule) => RuleText;

/**
 * Why callers break, where it stands beside a change of some API: a text that makes its point with a caller, a value or
 * a name of its own says that it does, so that nobody looks for them in this API.
 */
export function introduceExample(why: string): string {
  if (!/^An? |[`\d]|: an? /.test(why)) return why;
  return `For example: ${why.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase())}`;
}
