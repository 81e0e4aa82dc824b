import type { RuleText } from "@specmill/spec";
import { type ReviewRule, type SchemaSubject, schemaSubjects } from "../review-rule.ts";
import { accessTexts } from "./access-texts.ts";
import { apiTexts } from "./api-texts.ts";
import { choiceTexts } from "./choice-texts.ts";
import { limitTexts } from "./limit-texts.ts";
import { listTexts } from "./list-texts.ts";
import { objectTexts } from "./object-texts.ts";
import { requestTexts } from "./request-texts.ts";
import { responseTexts } from "./response-texts.ts";
import { sourceTexts } from "./source-texts.ts";
import type { SubjectText } from "./subject-text.ts";
import { valueTexts } from "./value-texts.ts";

const subjectTexts: Readonly<Record<SchemaSubject, SubjectText>> = {
  ...valueTexts,
  ...limitTexts,
  ...listTexts,
  ...objectTexts,
  ...choiceTexts,
};

const otherTexts = { ...apiTexts, ...requestTexts, ...responseTexts, ...accessTexts, ...sourceTexts };

type OtherRule = keyof typeof otherTexts;

type SchemaRule = Exclude<ReviewRule, OtherRule>;

/** What people are told of a rule of the review. */
export function textOf(rule: ReviewRule): RuleText {
  return isOther(rule) ? otherTexts[rule] : textOfSchema(rule);
}

function isOther(rule: ReviewRule): rule is OtherRule {
  return Object.hasOwn(otherTexts, rule);
}

function textOfSchema(rule: SchemaRule): RuleText {
  const direction = rule.startsWith("request-") ? "request" : "response";
  const subject = schemaSubjects.find((one) => rule === `${direction}-${one}`);
  if (subject === undefined) throw new Error(`The rule ${rule} has no text.`);
  const { says, [direction]: text } = subjectTexts[subject];
  return { ...text, what: `${says} ${text.what}` };
}
