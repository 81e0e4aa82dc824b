import type { Api, JsonObject, LoadedDocument, Operation } from "@specmill/spec";
import { buildModel } from "@specmill/spec";

/** One document, as it is read for the report. */
export interface DocSide {
  readonly api: Api;
  readonly document: JsonObject;
  readonly entries: readonly Entry[];
}

/** An operation, or something that the server calls, which is told in the same way. */
export interface Entry {
  /** As findings name it. */
  readonly name: string;
  /** The same in both documents where it is the same for callers. */
  readonly key: string;
  readonly operation: Operation;
  /** What it is where it is no operation of the server. */
  readonly origin?: string;
}

export function readSide({ document }: LoadedDocument): DocSide {
  const api = buildModel(document);
  const webhooks = (api.webhooks ?? []).map(
    (operation): Entry => ({
      name: `webhook ${operation.path} ${operation.method}`,
      key: `webhook ${operation.method} ${operation.path}`,
      operation,
      origin: "webhook",
    }),
  );
  return { api, document, entries: [...api.operations.flatMap(listOwn), ...webhooks] };
}

function listOwn(operation: Operation): readonly Entry[] {
  // The name of a path parameter is nothing that travels.
  const key = `${operation.method} ${operation.path.replace(/\{[^}]*\}/g, "{}")}`;
  const callbacks = (operation.callbacks ?? []).flatMap(({ name, operations }) =>
    operations.map(
      (called): Entry => ({
        name: `${operation.id} callback ${name} ${called.method}`,
        key: `${key} callback ${name} ${called.method} ${called.path}`,
        operation: called,
        origin: `callback ${name} of ${operation.id}`,
      }),
    ),
  );
  return [{ name: operation.id, key, operation }, ...callbacks];
}
