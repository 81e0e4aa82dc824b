import {
  type Api,
  joinPointer,
  type LoadedDocument,
  type Operation,
  type Problem,
  problemAt,
} from "@specmill/spec";

/**
 * What keeps a document from becoming a client.
 *
 * @returns a problem where there is nothing to call, and one for each operation that shares its id with an earlier one
 */
export function checkOperations(api: Api, loaded: LoadedDocument): readonly Problem[] {
  if (api.operations.length === 0) {
    return [
      problemAt(loaded, "#/paths", {
        rule: "no-operations",
        severity: "error",
        message: "The document describes no operation, so a client would have nothing to call.",
        hint: "Add an operation below `paths`.",
      }),
    ];
  }
  const first = new Map<string, Operation>();
  return api.operations.flatMap((operation) => {
    const earlier = first.get(operation.id);
    if (earlier === undefined) {
      first.set(operation.id, operation);
      return [];
    }
    const pointer = joinPointer("#/paths", operation.path, operation.method, "operationId");
    return [
      problemAt(loaded, pointer, {
        rule: "operation-id-unique",
        severity: "error",
        message: `The operationId "${operation.id}" also names ${earlier.method.toUpperCase()} ${earlier.path}.`,
        hint: "Give each operation an id of its own: it becomes the client's method.",
      }),
    ];
  });
}
