import { coveragePercent } from "./measure-coverage.ts";
import type { Coverage, ObligationClass } from "./obligation.ts";
import { obligationClasses } from "./obligation-classes.ts";

/** Uncovered obligations that a sentence names. */
const namedAtMost = 3;

/** A sentence for each class of which less is covered than must be. */
export function checkGates(
  { classes, obligations }: Coverage,
  gates: Readonly<Record<ObligationClass, number>>,
): readonly string[] {
  return obligationClasses.flatMap((name) => {
    const percent = coveragePercent(classes[name]);
    if (percent >= gates[name]) return [];
    const uncovered = obligations.filter((one) => one.class === name && one.state === "uncovered");
    const named = uncovered.slice(0, namedAtMost).map(({ id }) => `\`${id}\``);
    const more = uncovered.length - named.length;
    const list = more === 0 ? named.join(", ") : `${named.join(", ")} and ${more} more`;
    const sentence = `${formatPercent(percent)} of the class ${name} is covered, and ${gates[name]} % must be: ${list}.`;
    return [sentence];
  });
}

/** Cut and not rounded: what is not all is not told as 100 %. */
function formatPercent(percent: number): string {
  return `${Math.floor(percent * 10) / 10} %`;
}
