import type { Operation, Parameter } from "./operation.ts";
import { pickValue } from "./pick-value.ts";
import { serializeParameter } from "./serialize-parameter.ts";

/**
 * The parameters of one place that the caller gave, each with its text, in the order of the document.
 *
 * @throws TypeError when a value nests deeper than its style can carry
 */
export function serializePlace(
  { parameters = [] }: Operation,
  place: Parameter["in"],
  values: object | undefined,
): readonly (readonly [name: string, text: string])[] {
  return parameters.flatMap((parameter) => {
    if (parameter.in !== place) return [];
    const text = serializeParameter(parameter, pickValue(values, parameter.name));
    return text === undefined ? [] : [[parameter.name, text] as const];
  });
}
