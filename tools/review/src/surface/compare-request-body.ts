import type { Operation } from "@specmill/spec";
import { type Body, compareContent } from "./compare-content.ts";
import { compareToldProse } from "./compare-prose.ts";
import { compareRequired } from "./compare-required.ts";
import { compareGone, compareNew, type Difference, differ, type Exchange } from "./difference.ts";

/** The body that an operation takes (OpenAPI 3.1, section 4.8.13). */
export function compareRequestBody(
  exchange: Exchange,
  base: Operation,
  head: Operation,
): readonly Difference[] {
  const direction = exchange.request;
  const [before, after] = [base.requestBody, head.requestBody];
  if (after === undefined) {
    return before === undefined
      ? []
      : [
          differ(exchange, {
            rule: "request-body-removed",
            direction,
            comparison: compareGone(direction, before.required),
            wire: "breaking",
            message: "The request has no body any more.",
            base: before.pointer,
          }),
        ];
  }
  if (before === undefined) {
    return [
      differ(exchange, {
        rule: "request-body-added",
        direction,
        ...compareNew(direction, after.required),
        message: `The request has a body now${after.required ? ", which is required" : ""}.`,
        head: after.pointer,
      }),
    ];
  }
  const body: Body = { message: "request", direction, subject: "the request body" };
  return [
    ...compareRequired(exchange, "request-body-required", direction, "The request body", before, after),
    ...compareToldProse(exchange, "the request body", before, after),
    ...compareContent(exchange, body, before, after),
  ];
}
