import type { Api, Operation } from "@specmill/spec";
import { nameAll, toCamelCase, toPascalCase } from "./identifiers.ts";

/** Every identifier of a generated client that is made of text from the document. */
export interface ClientNames {
  /** `UpsunProfile`. */
  readonly prefix: string;
  /** `createUpsunProfileClient`. */
  readonly factory: string;
  /** `UpsunProfileClient`. */
  readonly client: string;
  /** The method of each operation by its id. */
  readonly methods: ReadonlyMap<string, string>;
  /** `UpdateProfile`, which the operation's types start with, by its id. */
  readonly types: ReadonlyMap<string, string>;
  /** The exported type of each component schema by its name. */
  readonly schemas: ReadonlyMap<string, string>;
}

/** Names what a client exports; every name is unique, and the same for the same document. */
export function nameClient(api: Api, packageApi: string): ClientNames {
  const prefix = toPascalCase(packageApi);
  const ids = api.operations.map((operation: Operation) => operation.id);
  const types = nameAll(ids, toPascalCase);
  const own = ["Client", "ClientOptions", "Auth", "Server"].map((suffix) => `${prefix}${suffix}`);
  const ofOperations = [...types.values()].flatMap((type) => [`${type}Arguments`, `${type}Result`]);
  return {
    prefix,
    factory: `create${prefix}Client`,
    client: `${prefix}Client`,
    methods: nameAll(ids, toCamelCase),
    types,
    schemas: nameAll(
      api.schemas.map((schema) => schema.name),
      toPascalCase,
      [...own, ...ofOperations, "paths", "components", "operations"],
    ),
  };
}
