import { isJsonObject, type JsonValue, nameOperations } from "@specmill/spec";
import type { ApiReview } from "../review.ts";

/** Method and path of each operation of an API by its name, such as `PATCH /profiles/{userId}`; as in head where both have it. */
export function nameRequests({ documents }: ApiReview): ReadonlyMap<string, string> {
  const sides = [documents.base, documents.head].flatMap((side) =>
    side === undefined ? [] : [side.document],
  );
  return new Map(sides.flatMap((document) => listRequests(nameOperations(document)["paths"])));
}

function listRequests(paths: JsonValue | undefined): readonly (readonly [string, string])[] {
  return listMembers(paths).flatMap(([path, item]) =>
    listMembers(item).flatMap(([method, operation]) => {
      const name = isJsonObject(operation) ? operation["operationId"] : undefined;
      return typeof name === "string" ? [[name, `${method.toUpperCase()} ${path}`] as const] : [];
    }),
  );
}

function listMembers(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
