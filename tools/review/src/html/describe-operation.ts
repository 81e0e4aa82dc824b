import type { Direction } from "@specmill/oracle";
import type {
  Example,
  JsonObject,
  JsonValue,
  MediaType,
  Operation,
  Parameter,
  Response,
  ResponseHeader,
} from "@specmill/spec";
import { joinPointer } from "@specmill/spec";
import { describeSchema, type SchemaScope, toRow } from "./describe-schema.ts";
import { type DocRow, type Fact, strong, value, words } from "./doc-row.ts";
import { nameSecurity } from "./name-security.ts";
import { mergeShapes, type Shape, shapeOf } from "./schema-shape.ts";

/** Rows of one operation, at most. */
const mostRows = 900;
const longestExample = 4000;

/** Both ways that values travel, each with what there is to tell of a schema. */
interface Scopes {
  readonly request: SchemaScope;
  readonly response: SchemaScope;
}

/**
 * All that documentation tells of an operation.
 *
 * @param inverted - for what the server calls: what it sends comes from it
 */
export function describeOperation(
  operation: Operation,
  document: JsonObject,
  inverted: boolean,
): readonly DocRow[] {
  const room = { rows: mostRows };
  const scopeOf = (direction: Direction): SchemaScope => ({ document, direction, room });
  const scopes = inverted
    ? { request: scopeOf("response"), response: scopeOf("request") }
    : { request: scopeOf("request"), response: scopeOf("response") };
  return [
    describeItself(operation),
    ...describeParameters(operation, scopes.request),
    ...describeRequestBody(operation, scopes.request),
    ...operation.responses.map((response) => describeResponse(response, scopes)),
    describeSecurity(operation),
    ...describeServers(operation),
  ];
}

function describeItself(operation: Operation): DocRow {
  const { id, pointer, summary, description, deprecated, sunset, stability, tags } = operation;
  return {
    key: "itself",
    kind: "words",
    label: summary ?? id,
    facts: [
      ...(deprecated ? [strong("deprecated")] : []),
      ...(sunset === undefined ? [] : [words("gone after"), value(sunset)]),
      ...(stability === undefined ? [] : [words("stability"), value(stability)]),
      words("operation"),
      value(id),
      ...(tags === undefined || tags.length === 0 ? [] : [words("tagged"), ...tags.map(value)]),
    ],
    ...(description !== undefined && { description }),
    pointers: [pointer],
    children: [],
  };
}

function describeParameters({ parameters, pointer }: Operation, scope: SchemaScope): readonly DocRow[] {
  if (parameters.length === 0) return [];
  const rows = parameters.map((parameter) => describeParameter(parameter, scope));
  return [heading("Parameters", { pointers: [joinPointer(pointer, "parameters")] }, rows)];
}

/** How OpenAPI 3.1 (section 4.8.12.2) has a parameter travel where nothing is said. */
const usualStyles = { path: "simple", header: "simple", query: "form", cookie: "form" };

function describeParameter(parameter: Parameter, scope: SchemaScope): DocRow {
  const {
    name,
    pointer,
    in: where,
    required,
    deprecated,
    description,
    style,
    explode,
    mediaType,
  } = parameter;
  const usual = style === usualStyles[where] && explode === (style === "form");
  const shape = describeSchema(
    { schema: parameter.schema, pointer: parameter.schemaPointer ?? pointer },
    scope,
  );
  const said: Shape = {
    ...shapeOf(pointer, [
      ...(required ? [strong("required")] : []),
      ...(deprecated ? [strong("deprecated")] : []),
      words(`in ${where}`),
      ...(mediaType === undefined ? [] : [words("as"), value(mediaType)]),
      ...(usual ? [] : [words("written as"), value(`${style}${explode ? ", exploded" : ""}`)]),
      ...(parameter.allowReserved ? [words("reserved characters as they are")] : []),
    ]),
    ...(description !== undefined && { description }),
  };
  const row = { key: `${where} ${name}`, kind: "name", label: name } as const;
  return toRow(row, mergeShapes([said, shape]), scope.direction);
}

function describeRequestBody({ requestBody }: Operation, scope: SchemaScope): readonly DocRow[] {
  if (requestBody === undefined) return [];
  const { pointer, required, description, content } = requestBody;
  const facts = [required ? strong("required") : words("optional")];
  const told = { facts, pointers: [pointer], ...(description !== undefined && { description }) };
  return [heading("Request body", told, describeContent(content, scope))];
}

function describeResponse(
  { status, pointer, description, headers, content, links }: Response,
  { request, response: scope }: Scopes,
): DocRow {
  const told = { pointers: [pointer], ...(description === "" ? {} : { description }) };
  return heading(`Response ${status}`, told, [
    ...headers.map((header) => describeHeader(header, scope)),
    ...describeContent(content, scope),
    ...(links ?? []).map(({ name, pointer: place, operationId, operationRef }): DocRow => {
      const target = operationId ?? operationRef;
      const facts = target === undefined ? [] : [words("leads to"), value(target)];
      return {
        key: `link ${name}`,
        kind: "words",
        label: `Link ${name}`,
        facts,
        pointers: [place],
        direction: request.direction,
        children: [],
      };
    }),
  ]);
}

function describeHeader(header: ResponseHeader, scope: SchemaScope): DocRow {
  const { name, pointer, required, deprecated, description } = header;
  const shape = describeSchema({ schema: header.schema, pointer: header.schemaPointer ?? pointer }, scope);
  const said: Shape = {
    ...shapeOf(pointer, [
      ...(required ? [strong("always sent")] : []),
      ...(deprecated ? [strong("deprecated")] : []),
      words("header"),
    ]),
    ...(description !== undefined && { description }),
  };
  const row = { key: `header ${name.toLowerCase()}`, kind: "name", label: name } as const;
  return toRow(row, mergeShapes([said, shape]), scope.direction);
}

function describeContent(content: readonly MediaType[], scope: SchemaScope): readonly DocRow[] {
  return content.map(({ type, pointer, jsonSchema, examples }) => {
    const shape = describeSchema({ schema: jsonSchema, pointer: joinPointer(pointer, "schema") }, scope);
    const whole = { ...shape, pointers: [pointer, ...shape.pointers] };
    const row = toRow({ key: `body ${type}`, kind: "name", label: type }, whole, scope.direction);
    return { ...row, children: [...row.children, ...examples.map((one) => describeExample(one, pointer))] };
  });
}

function describeExample({ name, summary, value: example }: Example, owner: string): DocRow {
  const label = name === "example" ? "Example" : `Example ${name}`;
  return {
    key: `example ${name}`,
    kind: "words",
    label: summary === undefined ? label : `${label}: ${summary}`,
    facts: [],
    code: formatExample(example),
    pointers: [joinPointer(owner, "examples", name)],
    children: [],
  };
}

function formatExample(example: JsonValue): string {
  const text = typeof example === "string" ? example : JSON.stringify(example, null, 2);
  return text.length <= longestExample ? text : `${text.slice(0, longestExample)}\n…`;
}

function describeSecurity(operation: Operation): DocRow {
  const { securityPointer, pointer } = operation;
  const schemes = operation.security.flat().map((name) => joinPointer("#/components/securitySchemes", name));
  return heading(
    "Security",
    {
      facts: nameSecurity(operation),
      pointers: [securityPointer ?? joinPointer(pointer, "security"), ...new Set(schemes)],
    },
    [],
  );
}

function describeServers({ servers, serversPointer, pointer }: Operation): readonly DocRow[] {
  if (servers === undefined) return [];
  const facts = servers.map(({ url }) => value(url));
  return [heading("Servers", { facts, pointers: [serversPointer ?? joinPointer(pointer, "servers")] }, [])];
}

export function heading(
  label: string,
  told: {
    readonly facts?: readonly Fact[];
    readonly description?: string;
    readonly pointers: readonly string[];
  },
  children: readonly DocRow[],
): DocRow {
  return { key: label, kind: "heading", label, facts: [], ...told, children };
}
