import type { Direction } from "@specmill/oracle";
import { joinPointer } from "@specmill/spec";
import type { ReviewRule } from "../review-rule.ts";
import { type Difference, differ, type Place } from "./difference.ts";

/** What may be left out. */
interface Requirable {
  readonly required: boolean;
  readonly pointer: string;
}

/**
 * Whether something has to be there: a sender that is asked for more may fail, and so may a reader that is promised less.
 *
 * @param subject - what it is about, as the start of a sentence
 */
export function compareRequired(
  place: Place,
  rule: ReviewRule,
  direction: Direction,
  subject: string,
  base: Requirable,
  head: Requirable,
): readonly Difference[] {
  if (base.required === head.required) return [];
  return [
    differ(place, {
      rule,
      direction,
      comparison: head.required ? "narrower" : "wider",
      message: `${subject} is ${head.required ? "required" : "optional"} now.`,
      base: joinPointer(base.pointer, "required"),
      head: joinPointer(head.pointer, "required"),
      before: base.required,
      after: head.required,
    }),
  ];
}
