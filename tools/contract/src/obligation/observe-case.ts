import type { CaseKind } from "../case/contract-case.ts";
import type { Exchange } from "../wire/exchange.ts";
import type { Obligation } from "./obligation.ts";
import { type Observer, observeExchange } from "./observe-exchange.ts";

/** The ids of the obligations that an exchange of a case proves. */
export type ObserveCase = (kind: CaseKind, exchange: Exchange) => readonly string[];

/**
 * Makes what tells which obligations a passed case proves. What an answer holds proves something of the schema only where
 * it was made up from the schema: an example shows its properties whatever the schema says of them.
 */
export function createCaseObserver(observer: Observer, obligations: readonly Obligation[]): ObserveCase {
  const madeUp = new Set(
    obligations
      .filter(
        ({ class: own, want }) =>
          own === "response-property" || (own === "value" && want.startsWith("response ")),
      )
      .map(({ id }) => id),
  );
  return (kind, exchange) => {
    const shown = observeExchange(observer, exchange);
    return kind === "dynamic" || kind === "minimal" ? shown : shown.filter((id) => !madeUp.has(id));
  };
}
