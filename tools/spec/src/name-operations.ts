import { followReference } from "./follow-reference.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { Method } from "./model.ts";
import { objectAt, stringAt } from "./read-members.ts";

/** The `operationId` of an operation; where it has none, its method and the words of its path. */
export function nameOperation(operation: JsonObject, method: Method, path: string): string {
  return (
    stringAt(operation, "operationId") ?? [method, ...path.split(/[^A-Za-z0-9]+/)].filter(Boolean).join("-")
  );
}

/**
 * The same document with an `operationId` on every operation and no path item behind a `$ref`: so that
 * whatever reads the document names each operation as the model does.
 */
export function nameOperations(document: JsonObject): JsonObject {
  const paths = objectAt(document, "paths");
  const named = Object.keys(paths).map((path) => {
    const item = followReference(document, paths[path]);
    const members = Object.entries(item).map(([key, value]) => {
      if (!isMethod(key) || !isJsonObject(value)) return [key, value];
      return [key, { ...value, operationId: nameOperation(value, key, path) }];
    });
    return [path, Object.fromEntries(members)];
  });
  return { ...document, paths: Object.fromEntries(named) };
}

/** Whether a key of a Path Item Object holds an operation (OpenAPI 3.1, section 4.8.9). */
export function isMethod(key: string): key is Method {
  return /^(get|put|post|delete|options|head|patch|trace)$/.test(key);
}
