import { type JsonValue, joinPointer, type Parameter, resolvePointer } from "@specmill/spec";
import { matchMediaType } from "../run/match-response.ts";
import type { ReadRequest } from "../wire/read-request.ts";
import { bodyFormat, essenceOf } from "../wire/wire-media-type.ts";
import { readCookies, splitTarget } from "../wire/wire-target.ts";
import type { DriftFinding } from "./drift.ts";
import { isWellKnownHeader } from "./drift-headers.ts";
import type { Inspection } from "./drift-inspection.ts";
import { isId } from "./drift-names.ts";
import { seenKey } from "./drift-seen.ts";
import { findValueDrift } from "./drift-value.ts";
import { inferSchema } from "./infer-schema.ts";

/** How a request is not as the document has it; one that the server refused proves nothing of the document. */
export function findRequestDrift(inspection: Inspection): readonly DriftFinding[] {
  const { context, operation, request, response } = inspection;
  const read = context.readRequest(context.api, operation, request, context.reading.isAllowed);
  const found = [
    ...operation.parameters.flatMap((parameter) => findParameter(inspection, read, parameter)),
    ...findQuery(inspection, read),
    ...findHeaders(inspection),
    ...findBody(inspection, read),
    ...read.faults
      .filter((fault) => !/^The (?:body|media type) /.test(fault) || isUnreadable(inspection, fault))
      .map((message) => tell(inspection, { kind: "unreadable", pointer: operation.pointer, message })),
  ];
  return response.status < 400 ? found : [];
}

function tell(
  { operation }: Inspection,
  finding: Pick<DriftFinding, "kind" | "pointer" | "message"> & Partial<DriftFinding>,
): DriftFinding {
  return { direction: "request", operation: operation.id, observed: [], edits: [], ...finding };
}

function findParameter(
  inspection: Inspection,
  read: ReadRequest,
  parameter: Parameter,
): readonly DriftFinding[] {
  const { operation, onSeen, isSecret } = inspection;
  const { name, in: place, required, pointer, schemaPointer, sensitive } = parameter;
  const group = { path: read.path, query: read.query, header: read.headers, cookie: read.cookies }[place];
  const value = Object.hasOwn(group, name) ? group[name] : undefined;
  if (value === undefined) {
    if (isSent(inspection, parameter)) {
      onSeen(seenKey("parameter", operation.id, place, name));
      return [];
    }
    const own = joinPointer(pointer, "required");
    const message = `The ${place} parameter ${name} is required, and was not sent.`;
    return required && place !== "path"
      ? [tell(inspection, { kind: "missing-required", pointer: own, message, edits: [{ pointer: own }] })]
      : [];
  }
  onSeen(seenKey("parameter", operation.id, place, name));
  if (schemaPointer === undefined) return [];
  return findValueDrift({
    ...inspection,
    direction: "request",
    operation: operation.id,
    pointer: schemaPointer,
    value,
    name: `The ${place} parameter ${name}`,
    isSecret: (part) => sensitive || isSecret(part) || isSecret(name),
    onSeen: () => {},
  });
}

/** Whether there is anything of a parameter that has no value: an empty list, or what cannot be read. */
function isSent({ request }: Inspection, { name, in: place, style, explode }: Parameter): boolean {
  switch (place) {
    case "path":
      return true;
    case "header":
      return request.headers[name.toLowerCase()] !== undefined;
    case "cookie":
      return readCookies(request.headers["cookie"]).some((pair) => pair.name === name);
    case "query": {
      const { query } = splitTarget(request.target);
      // The members of an exploded object do not tell whose they are.
      const isSpread = style === "form" && explode;
      return query.some((pair) => pair.name === name || pair.name.startsWith(`${name}[`)) && !isSpread
        ? true
        : query.some((pair) => pair.name === name);
    }
  }
}

function findQuery(inspection: Inspection, { unknownQuery }: ReadRequest): readonly DriftFinding[] {
  const { context, operation, request } = inspection;
  const { query } = splitTarget(request.target);
  const pointer = joinPointer(operation.pointer, "parameters");
  const credentials = credentialNames(inspection, "query");
  return unknownQuery
    .filter((name) => !credentials.has(name) && name !== "" && !isId(name))
    .map((name) => {
      const isList = query.filter((pair) => pair.name === name).length > 1;
      const schema = isList ? { type: "array", items: { type: "string" } } : { type: "string" };
      return tell(inspection, {
        kind: "undocumented-query-parameter",
        pointer,
        message: `The query parameter ${name} is not documented.`,
        observed: [isList ? "array" : "string"],
        edits: [
          { pointer, value: [...parametersAt(context.document, pointer), { name, in: "query", schema }] },
        ],
      });
    });
}

function findHeaders(inspection: Inspection): readonly DriftFinding[] {
  const { context, operation, request } = inspection;
  const pointer = joinPointer(operation.pointer, "parameters");
  const known = new Set([
    ...operation.parameters.filter((one) => one.in === "header").map(({ name }) => name.toLowerCase()),
    ...[...credentialNames(inspection, "header")].map((name) => name.toLowerCase()),
  ]);
  return Object.keys(request.headers)
    .filter((name) => !known.has(name) && !isWellKnownHeader(name))
    .map((name) => {
      const added = { name, in: "header", schema: { type: "string" } };
      return tell(inspection, {
        kind: "undocumented-header",
        pointer,
        message: `The request header ${name} is not documented.`,
        observed: ["string"],
        edits: [{ pointer, value: [...parametersAt(context.document, pointer), added] }],
      });
    });
}

function findBody(inspection: Inspection, read: ReadRequest): readonly DriftFinding[] {
  const { context, operation, request, isRead, onSeen } = inspection;
  const { requestBody } = operation;
  const header = request.headers["content-type"];
  if (!isRead("request")) return [];
  if (request.body === undefined || request.body === "") {
    if (requestBody?.required !== true) return [];
    const pointer = joinPointer(requestBody.pointer, "required");
    const message = "The body is required, and none was sent.";
    return [tell(inspection, { kind: "missing-required", pointer, message, edits: [{ pointer }] })];
  }
  if (header === undefined) return [];
  const mediaType = matchMediaType(requestBody?.content ?? [], header);
  if (mediaType === undefined) {
    const holder = requestBody?.pointer ?? joinPointer(operation.pointer, "requestBody");
    const pointer = joinPointer(holder, "content", essenceOf(header));
    const { version } = context.oracle;
    const isJson = bodyFormat(header) === "json" && read.body !== undefined;
    const schema = isJson ? inferSchema(read.body ?? null, version) : {};
    return [
      tell(inspection, {
        kind: "undocumented-media-type",
        pointer,
        message: `A body of ${essenceOf(header)} is not documented.`,
        observed: [essenceOf(header)],
        edits: [{ pointer, value: { schema } }],
      }),
    ];
  }
  onSeen(seenKey("media-type", operation.id, "", mediaType.type));
  if (mediaType.jsonSchema === undefined || read.body === undefined) return [];
  if (!["json", "form"].includes(bodyFormat(header))) return [];
  return findValueDrift({
    ...inspection,
    direction: "request",
    operation: operation.id,
    pointer: joinPointer(mediaType.pointer, "schema"),
    value: read.body,
    name: "The request's body",
    onSeen: (pointer) => onSeen(seenKey("property", "request", pointer)),
  });
}

/** Whether a complaint of a body is one of its own, and not that its media type is not documented. */
function isUnreadable({ isRead }: Inspection, fault: string): boolean {
  return isRead("request") && fault.startsWith("The body ");
}

function credentialNames({ context }: Inspection, place: "query" | "header"): ReadonlySet<string> {
  return new Set(
    context.api.securitySchemes.flatMap((scheme) =>
      scheme.kind === "apiKey" && scheme.in === place ? [scheme.parameter] : [],
    ),
  );
}

function parametersAt(document: Parameters<typeof resolvePointer>[0], pointer: string): readonly JsonValue[] {
  const parameters = resolvePointer(document, pointer);
  return Array.isArray(parameters) ? parameters : [];
}
