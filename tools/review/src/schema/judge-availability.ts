import type { Direction } from "@specmill/oracle";
import type { Comparison, Impact } from "../change.ts";

/** What a property that comes or goes means. */
export interface Availability {
  readonly comparison: Comparison;
  readonly evidence?: "rule";
  readonly impact?: Impact;
}

/**
 * What it means that a property is there now, or is gone. An open object allowed everything under its name before; but
 * who sends values sends what is declared.
 *
 * @param isClosed - whether the side without the property allows no others
 */
export function judgeAvailability(
  direction: Direction,
  isAdded: boolean,
  isRequired: boolean,
  isClosed: boolean,
): Availability {
  if (isRequired && isClosed) return { comparison: "different" };
  if (isAdded) {
    if (isRequired) return { comparison: "narrower" };
    if (isClosed) return { comparison: "wider" };
    return { comparison: "wider", evidence: "rule", impact: "compatible" };
  }
  const comparison = isRequired ? "wider" : "narrower";
  const isShown = direction === "request" ? isClosed : isRequired;
  return { comparison, impact: "breaking", ...(!isShown && { evidence: "rule" }) };
}
