import type { Api, Callback, Operation } from "@specmill/spec";

/** An operation with the name by which a review knows it. */
export interface NamedOperation {
  readonly name: string;
  readonly operation: Operation;
}

/** The webhooks of an API with their names. */
export function nameWebhooks({ webhooks = [] }: Api): readonly NamedOperation[] {
  return webhooks.map((operation) => ({
    name: `webhook ${operation.path} ${operation.method}`,
    operation,
  }));
}

export interface NamedCallback extends NamedOperation {
  readonly callback: Callback;
}

/**
 * The callbacks of an operation with their names.
 *
 * @param name - of the operation that they are of
 */
export function nameCallbacks({ callbacks = [] }: Operation, name: string): readonly NamedCallback[] {
  return callbacks.flatMap((callback) =>
    callback.operations.map((operation) => ({
      name: `${name} callback ${callback.name} ${operation.method}`,
      operation,
      callback,
    })),
  );
}
