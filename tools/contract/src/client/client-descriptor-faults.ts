import type { Operation as Descriptor } from "@specmill/runtime";
import { isJsonObject, type Operation, type Parameter } from "@specmill/spec";
import { bodyFormat } from "../wire/wire-media-type.ts";
import { isList } from "../wire/wire-text.ts";
import { listSecurityFaults } from "./client-security-faults.ts";

/** What a faulty client tells the runtime of an operation. */
export interface DescriptorFault {
  /** Unique in the operation: the kind of change, and what it was done to. */
  readonly name: string;
  readonly fault: string;
  readonly change: string;
  readonly descriptor: Descriptor;
}

/** Every change to what a client knows of an operation that alters a request or the reading of an answer. */
export function listDescriptorFaults(
  operation: Operation,
  descriptor: Descriptor,
): readonly DescriptorFault[] {
  return [
    ...listRequestLineFaults(descriptor),
    ...operation.parameters.flatMap((parameter) => listParameterFaults(parameter, descriptor)),
    ...listBodyFaults(descriptor),
    ...listSecurityFaults(descriptor),
    ...listResponseFaults(operation, descriptor),
  ];
}

/** Another method that a request with the same body may have. */
const otherMethods: Readonly<Record<string, string>> = {
  GET: "DELETE",
  HEAD: "GET",
  DELETE: "POST",
  OPTIONS: "GET",
  POST: "PUT",
  PUT: "PATCH",
  PATCH: "PUT",
};

function listRequestLineFaults(descriptor: Descriptor): readonly DescriptorFault[] {
  const { method, path } = descriptor;
  const other = otherMethods[method];
  const [first, second] = (path.match(/\{[^{}]+\}/g) ?? []).filter(
    (one, index, all) => all.indexOf(one) === index,
  );
  const misspelt = misspell(path);
  return [
    ...(other === undefined
      ? []
      : [
          {
            name: `method ${other}`,
            fault: "method",
            change: `${method} → ${other}`,
            descriptor: { ...descriptor, method: other },
          },
        ]),
    {
      name: "path-misspelt",
      fault: "path",
      change: `${path} → ${misspelt}`,
      descriptor: { ...descriptor, path: misspelt },
    },
    ...(first === undefined || second === undefined
      ? []
      : [
          {
            name: `path-parameters-swapped ${first} ${second}`,
            fault: "path",
            change: `${first} ↔ ${second}`,
            descriptor: {
              ...descriptor,
              path: path.replaceAll(/\{[^{}]+\}/g, (one) =>
                one === first ? second : one === second ? first : one,
              ),
            },
          },
        ]),
  ];
}

/** A path with a letter too many in its last literal segment; with a segment more where it has none. */
function misspell(path: string): string {
  const segments = path.split("/");
  const at = segments.findLastIndex((segment) => segment !== "" && !segment.includes("{"));
  return at === -1
    ? `${path.replace(/\/$/, "")}/x`
    : segments.map((segment, index) => (index === at ? `${segment}x` : segment)).join("/");
}

function listParameterFaults(parameter: Parameter, descriptor: Descriptor): readonly DescriptorFault[] {
  const { name, in: place } = parameter;
  type Told = NonNullable<Descriptor["parameters"]>[number];
  const change = (edit: Partial<Told>): Descriptor => ({
    ...descriptor,
    parameters: (descriptor.parameters ?? []).map((told) =>
      told.in === place && told.name === name ? { ...told, ...edit } : told,
    ),
  });
  const moved = place === "header" ? "query" : place === "path" ? undefined : "header";
  // What the template asks for is looked for by the name that stands there.
  const path = place === "path" ? descriptor.path.replaceAll(`{${name}}`, `{${name}x}`) : descriptor.path;
  const renamed = {
    name: `parameter-renamed ${place} ${name}`,
    fault: "parameter",
    change: `${place} ${name} → ${name}x`,
    descriptor: { ...change({ name: `${name}x` }), path },
  };
  if (moved === undefined) return [renamed, ...listStyleFaults(parameter, change)];
  return [
    renamed,
    {
      name: `parameter-moved ${place} ${name}`,
      fault: "parameter",
      change: `${name}: ${place} → ${moved}`,
      descriptor: change({ in: moved }),
    },
    ...listStyleFaults(parameter, change),
  ];
}

/** A list of one item travels alike in most styles, so only what can have more is changed. */
function listStyleFaults(
  { name, in: place, style, explode, mediaType, schema }: Parameter,
  change: (edit: { readonly explode?: boolean; readonly style?: Parameter["style"] }) => Descriptor,
): readonly DescriptorFault[] {
  const shape = mediaType === undefined ? shapeOfSchema(schema) : undefined;
  if (shape === undefined) return [];
  // `simple` writes a list the same way, exploded or not; the others know no other way.
  const isBlind = (style === "simple" && shape === "list") || style === "deepObject";
  const flipped = {
    name: `explode-flipped ${place} ${name}`,
    fault: "serialisation",
    change: `${name}: explode ${explode} → ${!explode}`,
    descriptor: change({ explode: !explode, style }),
  };
  const other = place === "query" ? (style === "pipeDelimited" ? "form" : "pipeDelimited") : undefined;
  const restyled = other && {
    name: `style-changed ${place} ${name}`,
    fault: "serialisation",
    change: `${name}: ${style} → ${other}`,
    descriptor: change({ style: other, explode: false }),
  };
  return [...(isBlind ? [] : [flipped]), ...(restyled ? [restyled] : [])];
}

/** Whether a schema says by itself that its values are lists of several items, or objects. */
function shapeOfSchema(schema: Parameter["schema"]): "list" | "object" | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { type, maxItems, maxProperties } = schema;
  const types = (isList(type) ? type : [type]).filter((one) => one !== "null");
  if (types.length !== 1) return undefined;
  if (types[0] === "array") return typeof maxItems === "number" && maxItems < 2 ? undefined : "list";
  return types[0] === "object" && maxProperties !== 0 ? "object" : undefined;
}

function listBodyFaults(descriptor: Descriptor): readonly DescriptorFault[] {
  const { requestBody = [], ...rest } = descriptor;
  const [first] = requestBody;
  if (first === undefined) return [];
  const other = otherType(first);
  return [
    {
      name: "request-media-type",
      fault: "content-type",
      change: `${first} → ${other}`,
      // A caller who names the media type is given what was asked for: none is left to be named.
      descriptor: { ...rest, requestBody: [other, ...requestBody.slice(1)] },
    },
  ];
}

/** A media type that a body is written for in the same way. */
function otherType(type: string): string {
  switch (bodyFormat(type)) {
    case "json":
      return "application/vnd.other+json";
    case "form":
      return "multipart/form-data";
    case "multipart":
      return "application/x-www-form-urlencoded";
    case "text":
      return "text/x-other";
  }
}

/** Statuses whose answers have no body, whatever the document says of it (RFC 9110, section 15). */
const withoutBody = /^(1..|204|205|304)$/;

function listResponseFaults({ method }: Operation, descriptor: Descriptor): readonly DescriptorFault[] {
  const { responses, accept } = descriptor;
  // The platform shows no status below 200 to a client.
  const statuses = Object.keys(responses).filter((status) => !status.startsWith("1"));
  const dropped = statuses.map((status) => ({
    name: `response-dropped ${status}`,
    fault: "response",
    change: `${status} is not known`,
    descriptor: { ...descriptor, responses: without(responses, status) },
  }));
  const typed = statuses.filter(
    (status) => method !== "head" && !withoutBody.test(status) && (responses[status]?.length ?? 0) > 0,
  );
  const retyped = typed.map((status) => ({
    name: `response-media-type ${status}`,
    fault: "response",
    change: `${status}: ${responses[status]?.join(", ")} → application/x-other`,
    descriptor: { ...descriptor, responses: { ...responses, [status]: ["application/x-other"] } },
  }));
  const unasked =
    accept === undefined
      ? []
      : [
          {
            name: "accept-changed",
            fault: "header",
            change: `accept: ${accept} → application/x-other`,
            descriptor: { ...descriptor, accept: "application/x-other" },
          },
        ];
  return [...dropped, ...retyped, ...unasked];
}

function without(responses: Descriptor["responses"], status: string): Descriptor["responses"] {
  return Object.fromEntries(Object.entries(responses).filter(([key]) => key !== status));
}
