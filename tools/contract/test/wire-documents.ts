import { fileURLToPath } from "node:url";
import {
  type Api,
  buildModel,
  type JsonObject,
  type LoadedDocument,
  nameOperations,
  type Operation,
} from "@specmill/spec";

/** A document with the given paths and components, as it comes out of the loader. */
export function documentOf(paths: JsonObject, components: JsonObject = {}, version = "3.1.1"): JsonObject {
  return nameOperations({ openapi: version, info: { title: "Wire", version: "1" }, paths, components });
}

export function loadedOf(document: JsonObject): LoadedDocument {
  return { file: "/wire/openapi.json", text: JSON.stringify(document), version: "3.1", document, files: [] };
}

/** The model of a document, and its first operation. */
export function modelOf(document: JsonObject): { readonly api: Api; readonly operation: Operation } {
  const api = buildModel(document);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("The document has no operation.");
  return { api, operation };
}

/** A document of one operation. */
export function operationOf(
  path: string,
  method: string,
  operation: JsonObject,
  components: JsonObject = {},
): { readonly api: Api; readonly operation: Operation; readonly document: JsonObject } {
  const described = { responses: { "200": { description: "Done." } }, ...operation };
  const document = documentOf({ [path]: { [method]: { operationId: "test", ...described } } }, components);
  return { ...modelOf(document), document };
}

export const specs = [
  "clockify-custom-field-value",
  "clockify-member-profile",
  "upsun-profile",
  "user-profile-picture",
  "workspace-account-profile",
] as const;

export function fileOf(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}
