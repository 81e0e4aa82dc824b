import {
  buildModel,
  isJsonObject,
  type JsonObject,
  type LoadedDocument,
  nameOperations,
} from "@specmill/spec";
import { nameClient } from "./client-names.ts";
import { takesArguments } from "./emit-arguments.ts";
import { isAbsolute } from "./emit-options.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { splitDirections } from "./split-directions.ts";

/** A name that the users of a package write into their code. */
export interface ExportedName {
  /** What it is imported from below the name of the package. `method`: a member of the client. */
  readonly of: "." | "./schemas" | "./testing" | "method";
  readonly name: string;
}

/**
 * Every name that the package of a document exports, and every method of its client, without those that all packages
 * have; in the order of the document.
 *
 * @param packageApi - what names are made of: `upsun-profile` gives `createUpsunProfileClient`
 */
export function listExports(loaded: LoadedDocument, packageApi: string): readonly ExportedName[] {
  const api = buildModel(keepNames(hoistSchemas(nameOperations(loaded.document))));
  const names = nameClient(api, packageApi);
  const { prefix } = names;
  const operations = api.operations.flatMap((operation) => {
    const type = names.types.get(operation.id) ?? "";
    return takesArguments(operation) === "nothing"
      ? [`${type}Result`]
      : [`${type}Arguments`, `${type}Result`];
  });
  const isUsable = ({ kind }: { readonly kind: string }) => kind !== "unsupported";
  const main = [
    names.factory,
    names.client,
    `${names.client}Options`,
    ...(api.securitySchemes.some(isUsable) ? [`${prefix}Auth`] : []),
    ...(api.servers.some(isAbsolute) ? [`${prefix}Server`] : []),
    ...operations,
    ...names.bodies.values(),
    ...names.headers.values(),
    ...names.schemas.values(),
  ];
  const from = (of: ExportedName["of"]) => (name: string) => ({ of, name });
  return [
    ...main.map(from(".")),
    ...[...names.schemas.values()].map(from("./schemas")),
    ...[`${prefix}Answers`, `create${prefix}TestFetch`].map(from("./testing")),
    ...[...names.methods.values()].map(from("method")),
  ];
}

/** The document with the names of its component schemas alone, both flavours of them: what they say has no name. */
function keepNames(document: JsonObject): JsonObject {
  const components = isJsonObject(document["components"]) ? document["components"] : {};
  const { schemas = {} } = components;
  const split = splitDirections({ components: { schemas } }).document["components"];
  const flavours = isJsonObject(split) && isJsonObject(split["schemas"]) ? split["schemas"] : {};
  const names = Object.fromEntries(Object.keys(flavours).map((name) => [name, {}]));
  return { ...document, components: { ...components, schemas: names } };
}
