import type { Operation } from "@specmill/spec";
import { compareParameters } from "./compare-parameters.ts";
import { compareProse, lifecycleMembers } from "./compare-prose.ts";
import { compareRequestBody } from "./compare-request-body.ts";
import { compareResponses } from "./compare-responses.ts";
import type { Difference, Exchange } from "./difference.ts";

/** What is asked and answered in one operation, whoever asks, and what the document tells of it. */
export function compareExchange(exchange: Exchange, base: Operation, head: Operation): readonly Difference[] {
  const itemOf = ({ shared, pointer }: Operation) => ({
    told: shared,
    pointer: pointer.replace(/\/[^/]*$/, ""),
  });
  const standing = (operation: Operation) => ({ told: operation, pointer: operation.pointer });
  return [
    ...compareProse(exchange, "the operation", standing(base), standing(head), lifecycleMembers),
    ...compareProse(exchange, "the path", itemOf(base), itemOf(head), lifecycleMembers),
    ...compareParameters(exchange, base, head),
    ...compareRequestBody(exchange, base, head),
    ...compareResponses(exchange, base, head),
  ];
}
