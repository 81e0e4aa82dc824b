import { matchOperation } from "../obligation/match-operation.ts";
import { redactExchange } from "../report/redact-exchange.ts";
import { listSecrets } from "../report/redact-report.ts";
import type { Exchange } from "../wire/exchange.ts";
import type { DriftFinding } from "./drift.ts";
import type { DriftContext } from "./drift-context.ts";
import type { Inspection, Side } from "./drift-inspection.ts";
import { isSecretName } from "./drift-names.ts";
import { findUndocumentedOperation } from "./drift-operation.ts";
import { findRequestDrift } from "./drift-request.ts";
import { findResponseDrift } from "./drift-response.ts";
import { seenKey } from "./drift-seen.ts";

/** An exchange of which a body may not be known. */
export interface SeenExchange extends Exchange {
  readonly unread?: readonly Side[];
}

export interface Inspected {
  readonly findings: readonly DriftFinding[];
  /** What of the document occurred, by its `seenKey`. */
  readonly seen: ReadonlySet<string>;
}

/** Every way in which an exchange is not as the document has it. */
export function findDrift(context: DriftContext, exchange: SeenExchange): readonly DriftFinding[] {
  return inspectExchange(context, exchange).findings;
}

/** The same, and what of the document the exchange shows. */
export function inspectExchange(context: DriftContext, exchange: SeenExchange): Inspected {
  const { request, response } = exchange;
  const seen = new Set<string>();
  // A browser that asks if it may ask (Fetch, section 3.3.2) does not use the API yet.
  if (request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined) {
    return { findings: [], seen };
  }
  const operation =
    matchOperation(context.api, request) ??
    (request.method === "HEAD" ? matchOperation(context.api, { ...request, method: "GET" }) : undefined);
  if (operation === undefined) return { findings: findUndocumentedOperation(context, exchange), seen };
  seen.add(seenKey("operation", operation.id));
  const secrets = listSecrets(context.api, operation.id);
  const names = new Set([...secrets.names, ...secrets.sensitive].map((name) => name.toLowerCase()));
  let removed: ReadonlyMap<string, string> | undefined;
  const inspection: Inspection = {
    context,
    operation,
    request,
    response,
    isRead: (side) => exchange.unread?.includes(side) !== true,
    isSecret: (name) => names.has(name.toLowerCase()) || isSecretName(name),
    isEcho: (text) => {
      removed ??= redactExchange({ request, response }, secrets).removed;
      return removed.has(text);
    },
    onSeen: (key) => seen.add(key),
  };
  return { findings: [...findRequestDrift(inspection), ...findResponseDrift(inspection)], seen };
}
