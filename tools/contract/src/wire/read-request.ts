import type { Api, JsonValue, Operation, Parameter } from "@specmill/spec";
import type { WireRequest } from "./exchange.ts";
import { readBody } from "./read-body.ts";
import { type ReadValue, readParameter } from "./read-parameter.ts";
import { coversType, essenceOf } from "./wire-media-type.ts";
import { createReading, type IsAllowed, propertiesOf, type Reading } from "./wire-schema.ts";
import { matchPath, type Pair, readCookies, splitTarget } from "./wire-target.ts";
import { isList } from "./wire-text.ts";
import type { WireSource } from "./wire-value.ts";

/**
 * What a server makes of a request. A parameter without a value has no member; nor has one that was given an empty
 * list or an empty object, which no style can tell from nothing.
 */
export interface ReadRequest {
  readonly path: Readonly<Record<string, JsonValue>>;
  readonly query: Readonly<Record<string, JsonValue>>;
  readonly headers: Readonly<Record<string, JsonValue>>;
  readonly cookies: Readonly<Record<string, JsonValue>>;
  readonly body?: JsonValue;
  /** The media type of the body, without parameters. */
  readonly contentType?: string;
  /** Names of the query that neither the operation nor its security knows. */
  readonly unknownQuery: readonly string[];
  /** What keeps parts of it from being read, a sentence each; they hold no values. */
  readonly faults: readonly string[];
}

/** Reads a request as its operation's document says that it is to be read. */
export function readRequest(
  api: Api,
  operation: Operation,
  request: WireRequest,
  isAllowed: IsAllowed,
): ReadRequest {
  const reading = createReading(api, isAllowed);
  const sources = locateSources(reading, operation, request);
  const read = operation.parameters.map((parameter) => ({
    parameter,
    result: readParameter(reading, parameter, sources.of(parameter)),
  }));
  const valuesIn = (place: Parameter["in"]) =>
    Object.fromEntries(
      read.flatMap(({ parameter, result }) =>
        parameter.in === place && result.kind === "read" ? [[parameter.name, result.value]] : [],
      ),
    );
  const faults = read.flatMap(({ parameter, result }) =>
    result.kind === "broken" ? [`The ${parameter.in} parameter ${parameter.name} ${result.reason}.`] : [],
  );
  const body = readBodyOf(reading, operation, request);
  return {
    path: valuesIn("path"),
    query: valuesIn("query"),
    headers: valuesIn("header"),
    cookies: valuesIn("cookie"),
    ...(body.value !== undefined && { body: body.value }),
    ...(body.contentType !== undefined && { contentType: body.contentType }),
    unknownQuery: listUnknown(sources.query, operation, read, securityNames(api, operation, "query")),
    faults: [
      ...(sources.isOnPath ? [] : [`The path is not of ${operation.path}.`]),
      ...faults,
      ...body.faults,
    ],
  };
}

/** Where each parameter of a request is looked for. */
export interface Sources {
  readonly of: (parameter: Parameter) => WireSource;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  /** Whether the path is of the operation's template. */
  readonly isOnPath: boolean;
}

/** Takes a request apart; where an exploded object shares a query with others, its members are those that no other has. */
export function locateSources(reading: Reading, operation: Operation, request: WireRequest): Sources {
  const { path, query } = splitTarget(request.target);
  const matched = matchPath(operation.path, path);
  const cookies = readCookies(request.headers["cookie"]);
  const takenIn = (place: Parameter["in"]) =>
    new Set(operation.parameters.filter((known) => known.in === place).map(({ name }) => name));
  const pairsOf = (parameter: Parameter, pairs: readonly Pair[]): WireSource => {
    const taken = takenIn(parameter.in);
    const { names, isOpen } = propertiesOf(reading, { schema: parameter.schema });
    return { kind: "pairs", pairs, isMember: (name) => names.has(name) || (isOpen && !taken.has(name)) };
  };
  return {
    query,
    cookies,
    isOnPath: matched !== undefined,
    of: (parameter) => {
      switch (parameter.in) {
        case "path":
          return { kind: "text", text: matched?.get(parameter.name) };
        case "header":
          return { kind: "text", text: request.headers[parameter.name.toLowerCase()] };
        case "query":
          return pairsOf(parameter, query);
        case "cookie":
          return pairsOf(parameter, cookies);
      }
    },
  };
}

/** What an operation's security schemes of kind `apiKey` are called in a query or a cookie. */
export function securityNames(
  api: Api,
  operation: Operation,
  place: "query" | "cookie",
): ReadonlySet<string> {
  const used = new Set(operation.security.flat());
  const schemes = api.securitySchemes.filter(({ name }) => used.has(name));
  return new Set(
    schemes.flatMap((scheme) => (scheme.kind === "apiKey" && scheme.in === place ? [scheme.parameter] : [])),
  );
}

function listUnknown(
  query: readonly Pair[],
  operation: Operation,
  read: readonly { readonly parameter: Parameter; readonly result: ReadValue }[],
  security: ReadonlySet<string>,
): readonly string[] {
  const known = new Set([
    ...security,
    ...splitTarget(operation.path).query.map(({ name }) => name),
    ...operation.parameters.filter((one) => one.in === "query").map(({ name }) => name),
  ]);
  for (const { parameter, result } of read) {
    if (parameter.in !== "query" || result.kind !== "read") continue;
    const { value } = result;
    if (typeof value !== "object" || value === null || isList(value)) continue;
    const isDeep = parameter.style === "deepObject";
    for (const key of Object.keys(value)) known.add(isDeep ? `${parameter.name}[${key}]` : key);
  }
  return [...new Set(query.map(({ name }) => name))].filter((name) => !known.has(name));
}

function readBodyOf(reading: Reading, { requestBody }: Operation, { body, headers }: WireRequest) {
  const header = headers["content-type"];
  const contentType = header === undefined ? undefined : essenceOf(header);
  if (body === undefined || body === "") return { contentType, faults: [] };
  if (header === undefined) return { contentType, faults: ["The body has no media type."] };
  const content = requestBody?.content ?? [];
  const described =
    content.find(({ type }) => essenceOf(type) === contentType) ??
    content.find(({ type }) => coversType(type, header));
  const read = readBody(reading, described ?? { type: header, pointer: "" }, body, header);
  const faults = described === undefined ? [`The media type ${contentType} is not documented.`] : [];
  return { contentType, ...read, faults: [...faults, ...read.faults] };
}
