import type { Api, Operation } from "@specmill/spec";
import { compareExchange } from "./compare-exchange.ts";
import { compareLifecycle } from "./compare-lifecycle.ts";
import type { Comparing } from "./compare-operations.ts";
import { compareToldProse } from "./compare-prose.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareOperationTags } from "./compare-tags.ts";
import { type Difference, differ, type Exchange } from "./difference.ts";
import { matchItems } from "./match-items.ts";
import { type NamedCallback, type NamedOperation, nameCallbacks, nameWebhooks } from "./name-calls.ts";

/** What the server calls of its own accord (OpenAPI 3.1, section 4.8.1). */
export function compareWebhooks(comparing: Comparing, base: Api, head: Api): readonly Difference[] {
  const { both, removed, added } = matchItems(nameWebhooks(base), nameWebhooks(head), ({ name }) => name);
  return [
    ...both.flatMap((pair) => compareCall(comparing, pair.base, pair.head)),
    ...removed.map((call) => tellRemoved("webhook", call, call.operation.path)),
    ...added.map((call) => tellAdded("webhook", call, call.operation.path)),
  ];
}

/** What the server calls because of an operation, and where (OpenAPI 3.1, section 4.8.18). */
export function compareCallbacks(
  comparing: Comparing,
  base: Operation,
  head: Operation,
  name = head.id,
): readonly Difference[] {
  const { both, removed, added } = matchItems(
    nameCallbacks(base, name),
    nameCallbacks(head, name),
    (call) => `${call.name} ${call.callback.expression}`,
    // The name of a callback does not travel.
    ({ operation, callback }) => `${operation.method} ${callback.expression}`,
  );
  const tell = ({ callback }: NamedCallback) => `${callback.name}\` to \`${callback.expression}`;
  return [
    ...both.flatMap((pair) => [
      ...compareCall(comparing, pair.base, pair.head),
      ...compareToldProse(
        { operations: [pair.head.name], isTyped: false },
        `the callback \`${pair.head.callback.name}\``,
        pair.base.callback,
        pair.head.callback,
      ),
    ]),
    ...removed.map((call) => tellRemoved("callback", call, tell(call))),
    ...added.map((call) => tellAdded("callback", call, tell(call))),
  ];
}

function compareCall(
  comparing: Comparing,
  { operation: base }: NamedOperation,
  { operation: head, name }: NamedOperation,
): readonly Difference[] {
  const exchange: Exchange = {
    ...comparing,
    operation: name,
    operations: [name],
    isTyped: false,
    request: "response",
    response: "request",
  };
  return [
    ...compareLifecycle(exchange, base, head),
    ...compareOperationTags(exchange, base, head),
    ...compareSecurity(exchange, "response", comparing.schemes, base, head),
    ...compareExchange(exchange, base, head),
    ...compareCallbacks(comparing, base, head, name),
  ];
}

function tellRemoved(kind: "webhook" | "callback", call: NamedOperation, title: string): Difference {
  return differ(
    { operations: [call.name], isTyped: false },
    {
      rule: `${kind}-removed`,
      direction: "response",
      comparison: "narrower",
      // Somebody waits for it.
      wire: "breaking",
      message: `The ${kind} \`${title}\` (\`${call.operation.method.toUpperCase()}\`) is gone.`,
      base: call.operation.pointer,
    },
  );
}

function tellAdded(kind: "webhook" | "callback", call: NamedOperation, title: string): Difference {
  return differ(
    { operations: [call.name], isTyped: false },
    {
      rule: `${kind}-added`,
      direction: "response",
      comparison: "wider",
      wire: "compatible",
      message: `The ${kind} \`${title}\` (\`${call.operation.method.toUpperCase()}\`) is new.`,
      head: call.operation.pointer,
    },
  );
}
