import { type Api, buildModel, type LoadedDocument, type Operation, type Stability } from "@specmill/spec";
import { nameCallbacks, nameWebhooks } from "./name-calls.ts";

/** What is promised of an operation. */
export interface OperationFacts {
  /** As changes name it. */
  readonly name: string;
  readonly kind: "operation" | "webhook" | "callback";
  readonly method: Operation["method"];
  /** The path; the name of a webhook; the expression of a callback. */
  readonly path: string;
  /** JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly deprecated: boolean;
  /** As `x-sunset` has it, which is a date where people keep to the rules. */
  readonly sunset?: string;
  /** Absent where the document says nothing. */
  readonly stability?: Stability;
}

/** Every operation of a document by the names that changes use, with the promises that a callback has from its operation. */
export function listOperations({ document }: Pick<LoadedDocument, "document">): readonly OperationFacts[] {
  const api: Api = buildModel(document);
  return [
    ...api.operations.flatMap((operation) => listWithCallbacks("operation", operation.id, operation)),
    ...nameWebhooks(api).flatMap(({ name, operation }) => listWithCallbacks("webhook", name, operation)),
  ];
}

function listWithCallbacks(
  kind: OperationFacts["kind"],
  name: string,
  operation: Operation,
): readonly OperationFacts[] {
  const { method, path, pointer, deprecated, sunset, stability } = operation;
  const promises = {
    deprecated,
    ...(sunset !== undefined && { sunset }),
    ...(stability !== undefined && { stability }),
  };
  const inherited = nameCallbacks(operation, name).flatMap((call) =>
    listWithCallbacks("callback", call.name, {
      ...call.operation,
      ...promises,
      ...(call.operation.sunset !== undefined && { sunset: call.operation.sunset }),
      ...(call.operation.stability !== undefined && { stability: call.operation.stability }),
      deprecated: deprecated || call.operation.deprecated,
    }),
  );
  return [{ name, kind, method, path, pointer, ...promises }, ...inherited];
}
