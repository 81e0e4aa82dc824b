import type { Api, MediaType, Operation, Response } from "@specmill/spec";
import { nameAll, toCamelCase, toPascalCase } from "./identifiers.ts";
import { isDescribed, isInlineShape } from "./media-type.ts";

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
  /** `UpdateProfileBody`, `UpdateProfile404Body`: bodies that are no component, by {@link placeOfBody}. */
  readonly bodies: ReadonlyMap<string, string>;
  /** `UpdateProfile200Headers`: the headers of a response, by {@link placeOfHeaders}. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What every package exports beside its own types: no schema may take these names. */
const exportedAnyway = ["CallError", "CallEvent", "CallOptions", "Credential", "Failure"];

/** Names what a client exports; every name is unique, and the same for the same document. */
export function nameClient(api: Api, packageApi: string): ClientNames {
  const prefix = toPascalCase(packageApi);
  const ids = api.operations.map((operation: Operation) => operation.id);
  const types = nameAll(ids, toPascalCase);
  const own = ["Client", "ClientOptions", "Auth", "Server"].map((suffix) => `${prefix}${suffix}`);
  const ofOperations = [...types.values()].flatMap((type) => [`${type}Arguments`, `${type}Result`]);
  const taken = [...own, ...ofOperations, ...exportedAnyway];
  const schemas = nameAll(
    api.schemas.map((schema) => schema.name),
    toPascalCase,
    taken,
  );
  const bodies = new Map(api.operations.flatMap((operation) => wishForBodies(operation, types)));
  const headers = new Map(api.operations.flatMap((operation) => wishForHeaders(operation, types)));
  const named = nameAll(
    [...bodies.keys(), ...headers.keys()],
    (place) => bodies.get(place) ?? headers.get(place) ?? place,
    [...taken, ...schemas.values()],
  );
  const isOf = (wishes: ReadonlyMap<string, string>) => [...named].filter(([place]) => wishes.has(place));
  return {
    prefix,
    factory: `create${prefix}Client`,
    client: `${prefix}Client`,
    methods: nameAll(ids, toCamelCase),
    types,
    schemas,
    bodies: new Map(isOf(bodies)),
    headers: new Map(isOf(headers)),
  };
}

/** The key of a body among {@link ClientNames.bodies}. */
export function placeOfBody({ id }: Operation, status: string | undefined, { type }: MediaType): string {
  return JSON.stringify(["body", id, status ?? "request", type]);
}

/** The key of a response's headers among {@link ClientNames.headers}. */
export function placeOfHeaders({ id }: Operation, { status }: Response): string {
  return JSON.stringify(["headers", id, status]);
}

type Wishes = readonly (readonly [place: string, name: string])[];

function wishForBodies(operation: Operation, types: ReadonlyMap<string, string>): Wishes {
  const type = types.get(operation.id) ?? "";
  const request = operation.requestBody?.content ?? [];
  const answers = operation.method === "head" ? [] : operation.responses;
  return [
    ...request
      .filter((mediaType) => isDescribed(mediaType.type, "request") && isInlineShape(mediaType))
      .map((mediaType) => {
        const name = `${type}${distinguish(mediaType, request)}Body`;
        return [placeOfBody(operation, undefined, mediaType), name] as const;
      }),
    ...answers.flatMap(({ status, content }) =>
      content
        .filter((mediaType) => isDescribed(mediaType.type, "response") && isInlineShape(mediaType))
        .map((mediaType) => {
          const name = `${type}${toPascalCase(`s ${status}`).slice(1)}${distinguish(mediaType, content)}Body`;
          return [placeOfBody(operation, status, mediaType), name] as const;
        }),
    ),
  ];
}

function wishForHeaders(operation: Operation, types: ReadonlyMap<string, string>): Wishes {
  return operation.responses
    .filter(({ headers }) => headers.length > 0)
    .map((response) => {
      const status = toPascalCase(`s ${response.status}`).slice(1);
      return [placeOfHeaders(operation, response), `${types.get(operation.id)}${status}Headers`] as const;
    });
}

/** A word for a media type among several; nothing where it is the only one. */
function distinguish({ type }: MediaType, among: readonly MediaType[]): string {
  if (among.length === 1) return "";
  if (/^application\/json\b/i.test(type)) return "Json";
  if (/^multipart\//i.test(type)) return "Multipart";
  if (/x-www-form-urlencoded/i.test(type)) return "Form";
  return toPascalCase(type.replace(/^[^/]*\/|;.*$/g, ""));
}
