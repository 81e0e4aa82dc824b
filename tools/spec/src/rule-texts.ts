import { documentTexts } from "./rule-texts-document.ts";
import { describingTexts } from "./rule-texts-engine-describing.ts";
import { pathTexts } from "./rule-texts-engine-paths.ts";
import { valueTexts } from "./rule-texts-engine-values.ts";
import { houseTexts } from "./rule-texts-house.ts";
import { spareTexts } from "./rule-texts-spare.ts";

/** What people are told of a rule, each in a sentence or two with names between backticks. */
export interface RuleText {
  /** What the rule finds. */
  readonly what: string;
  /** Whom it would hurt, and how; 200 characters at most, for it stands in a cell of a table. */
  readonly why: string;
  /** What to do; 200 characters at most. */
  readonly instead: string;
}

/** Texts by the name of their rule. */
export interface RuleTexts {
  readonly [rule: string]: RuleText;
}

/** Every rule that `specmill lint` can report, and who made it. */
export const lintTexts = {
  /** Not to be turned off: what keeps a document from being read at all. */
  document: documentTexts,
  /** Our own. */
  house: houseTexts,
  /** The engine's, as far as the rules of this house turn them on. */
  engine: { ...describingTexts, ...pathTexts, ...valueTexts },
  /** The engine's that this house leaves off, and another may turn on. */
  spare: spareTexts,
} as const satisfies { readonly [group: string]: RuleTexts };
