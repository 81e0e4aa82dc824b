import type { Api, JsonObject, JsonValue, MediaType, Operation } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { needsBaseUrl } from "./emit-options.ts";
import { toKey, toLiteral } from "./literals.ts";

/** The pieces of a program that calls the first operation of an API with the examples of the document. */
export interface Example {
  readonly operation: Operation;
  /** Literal of the client's options, such as `{ auth: { bearer: "your bearer" } }`. */
  readonly options: JsonObject;
  /** The call without what becomes of it, such as `client.updateProfile({ … })`. */
  readonly call: string;
  /** The method alone, such as `client.updateProfile`. */
  readonly method: string;
  /** Literal of the arguments; empty where there are none. */
  readonly given: string;
}

/** @returns undefined where the document has no operation, or lacks an example for something the call needs */
export function findExample(api: Api, names: ClientNames): Example | undefined {
  const [operation] = api.operations;
  const found = operation && exampleArguments(operation);
  if (operation === undefined || found === undefined) return undefined;
  const options = {
    ...(needsBaseUrl(api) && { baseUrl: "https://api.example.org" }),
    ...exampleAuth(api, operation),
  };
  const given = Object.keys(found).length === 0 ? "" : toLiteral(found, "", 70);
  const method = `client.${names.methods.get(operation.id)}`;
  return { operation, options, method, given, call: `${method}(${given})` };
}

/** A call of an operation with the examples of the document; undefined where it lacks one that the call needs. */
export function emitCall(operation: Operation, names: ClientNames): string | undefined {
  const given = exampleArguments(operation);
  if (given === undefined) return undefined;
  const body = Object.keys(given).length === 0 ? "" : toLiteral(given, "", 70);
  return `await client.${names.methods.get(operation.id)}(${body})`;
}

/**
 * Arguments for a call, from the document's own examples: every required parameter, and the shortest example of the
 * body, so that what it shows is a call and not a payload.
 *
 * @returns undefined where something required has no example
 */
export function exampleArguments({ parameters, requestBody }: Operation): JsonObject | undefined {
  const groups = new Map<string, Record<string, JsonValue>>();
  for (const { name, in: location, required, example } of parameters) {
    if (!required) continue;
    if (example === undefined) return undefined;
    const key = location === "header" ? "headers" : location === "cookie" ? "cookies" : location;
    groups.set(key, { ...groups.get(key), [name]: example });
  }
  const [mediaType] = requestBody?.content ?? [];
  const body = mediaType === undefined ? undefined : shortestExample(mediaType);
  if (requestBody?.required && body === undefined) return undefined;
  return { ...Object.fromEntries(groups), ...(body !== undefined && { body }) };
}

function shortestExample({ examples }: MediaType): JsonValue | undefined {
  const telling = examples.filter(({ value }) => JSON.stringify(value).length > 2);
  const [shortest] = [...telling].sort(
    (a, b) => JSON.stringify(a.value).length - JSON.stringify(b.value).length,
  );
  return shortest?.value;
}

function exampleAuth(api: Api, { security }: Operation): JsonObject {
  const [alternative = []] = security;
  const members = alternative.flatMap((name): [string, JsonValue][] => {
    const scheme = api.securitySchemes.find((known) => known.name === name);
    if (scheme === undefined || scheme.kind === "unsupported") return [];
    return [
      [name, scheme.kind === "basic" ? { username: "ada", password: "secret" } : `your ${toKey(name)}`],
    ];
  });
  return members.length === 0 ? {} : { auth: Object.fromEntries(members) };
}
