import type { ObligationClass } from "./obligation.ts";

/** In the order in which they are told. */
export const obligationClasses: readonly ObligationClass[] = [
  "operation",
  "status",
  "media-type",
  "parameter",
  "request-property",
  "response-property",
  "value",
  "constraint",
  "security",
  "example",
  "response-header",
];

/** A record with something for each class. */
export function mapClasses<Value>(
  make: (obligationClass: ObligationClass) => Value,
): Readonly<Record<ObligationClass, Value>> {
  return {
    operation: make("operation"),
    status: make("status"),
    "media-type": make("media-type"),
    parameter: make("parameter"),
    "request-property": make("request-property"),
    "response-property": make("response-property"),
    value: make("value"),
    constraint: make("constraint"),
    security: make("security"),
    example: make("example"),
    "response-header": make("response-header"),
  };
}
