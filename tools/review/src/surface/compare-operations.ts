import { type Api, joinPointer, type Operation } from "@specmill/spec";
import { compareCallbacks } from "./compare-callbacks.ts";
import { compareExchange } from "./compare-exchange.ts";
import { compareLifecycle } from "./compare-lifecycle.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareOwnServers } from "./compare-servers.ts";
import { compareOperationTags } from "./compare-tags.ts";
import { type Difference, differ, type Exchange } from "./difference.ts";
import type { Pair } from "./match-items.ts";
import { matchOperations } from "./match-operations.ts";
import type { SchemeMatch } from "./match-schemes.ts";

/** What the comparison of every operation starts from. */
export type Comparing = Pick<Exchange, "documents" | "schemas"> & { readonly schemes: SchemeMatch };

/** The operations of two APIs (OpenAPI 3.1, section 4.8.10). */
export function compareOperations(comparing: Comparing, base: Api, head: Api): readonly Difference[] {
  const { both, removed, added } = matchOperations(base.operations, head.operations);
  return [
    ...both.flatMap((pair) => compareOperation(comparing, { base, head }, pair)),
    ...removed.map((operation) => {
      const moved = head.operations.find(({ id }) => id === operation.id);
      const elsewhere = moved ? `; \`${moved.id}\` is ${nameRequest(moved)} now` : "";
      return differ(
        { operations: [operation.id], isTyped: true },
        {
          rule: "operation-removed",
          direction: "request",
          comparison: "narrower",
          // Code calls it by its id, wherever it is.
          source: moved ? "compatible" : "breaking",
          message: `${nameRequest(operation)} is gone${elsewhere}.`,
          base: operation.pointer,
        },
      );
    }),
    ...added.map((operation) =>
      differ(
        { operations: [operation.id], isTyped: true },
        {
          rule: "operation-added",
          direction: "request",
          comparison: "wider",
          message: `${nameRequest(operation)} is new.`,
          head: operation.pointer,
        },
      ),
    ),
  ];
}

function compareOperation(
  { schemes, ...comparing }: Comparing,
  apis: Pair<Api>,
  { base, head }: Pair<Operation>,
): readonly Difference[] {
  const exchange: Exchange = {
    ...comparing,
    operation: head.id,
    operations: [head.id],
    isTyped: true,
    request: "request",
    response: "response",
  };
  return [
    ...compareIds(exchange, base, head),
    ...compareLifecycle(exchange, base, head),
    ...compareOperationTags(exchange, base, head),
    ...compareOwnServers(exchange, apis, { base, head }),
    ...compareSecurity(exchange, "request", schemes, base, head),
    ...compareExchange(exchange, base, head),
    ...compareCallbacks({ ...comparing, schemes }, base, head),
  ];
}

function compareIds(exchange: Exchange, base: Operation, head: Operation): readonly Difference[] {
  if (base.id === head.id) return [];
  return [
    differ(exchange, {
      rule: "operation-renamed",
      comparison: "equal",
      source: "breaking",
      message: `\`${base.id}\` is called \`${head.id}\` now.`,
      base: joinPointer(base.pointer, "operationId"),
      head: joinPointer(head.pointer, "operationId"),
      before: base.id,
      after: head.id,
    }),
  ];
}

function nameRequest({ method, path }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}
