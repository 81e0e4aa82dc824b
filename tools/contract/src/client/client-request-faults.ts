import { type Api, isJsonObject, type JsonValue, type Operation } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";
import { createReading, itemPlaces, type SchemaPlace, typesAt } from "../wire/wire-schema.ts";
import { percentDecode } from "../wire/wire-text.ts";
import { listBodyFaults } from "./client-body-faults.ts";

/** What a faulty client makes of each request of an operation. */
export interface RequestFault {
  /** Unique in the operation. */
  readonly name: string;
  readonly fault: string;
  readonly change: string;
  readonly transform: (request: WireRequest) => WireRequest;
}

/** Every change to what is sent for an operation that alters some request of it. */
export function listRequestFaults(api: Api, operation: Operation): readonly RequestFault[] {
  return [
    ...listTargetFaults(api, operation),
    ...listHeaderFaults(operation),
    ...listCredentialFaults(api, operation),
    ...listBodyFaults(api, operation),
  ];
}

/** Percent-encoding shows only in values that may hold any character. */
function listTargetFaults(api: Api, { parameters }: Operation): readonly RequestFault[] {
  const free = (place: "path" | "query") =>
    parameters.some((parameter) => parameter.in === place && isFree(api, { schema: parameter.schema }));
  return [
    ...(free("query")
      ? [
          {
            name: "query-not-encoded",
            fault: "serialisation",
            change: "the query travels without percent-encoding",
            transform: (request: WireRequest) =>
              editTarget(request, (path, query) => path + percentDecode(query)),
          },
        ]
      : []),
    ...(free("path")
      ? [
          {
            name: "path-encoded-twice",
            fault: "serialisation",
            change: "the path is percent-encoded twice",
            transform: (request: WireRequest) =>
              editTarget(request, (path, query) => path.replaceAll("%", "%25") + query),
          },
        ]
      : []),
  ];
}

function editTarget(request: WireRequest, edit: (path: string, query: string) => string): WireRequest {
  const at = request.target.search(/\?|$/);
  return { ...request, target: edit(request.target.slice(0, at), request.target.slice(at)) };
}

function isFree(api: Api, place: SchemaPlace): boolean {
  const reading = createReading(api, () => true);
  const [item] = itemPlaces(reading, place, 0);
  const own = item ?? place;
  if (!typesAt(reading, own).has("string")) return false;
  const { pattern, format, enum: listed, const: constant, $ref } = isJsonObject(own.schema) ? own.schema : {};
  return [pattern, format, listed, constant, $ref].every(
    (keyword: JsonValue | undefined) => keyword === undefined,
  );
}

function listHeaderFaults({ parameters }: Operation): readonly RequestFault[] {
  return parameters
    .filter((parameter) => parameter.in === "header")
    .flatMap(({ name }) => [
      {
        name: `header-dropped ${name}`,
        fault: "header",
        change: `${name} is not sent`,
        transform: (request: WireRequest) => dropHeader(request, name),
      },
      {
        name: `header-duplicated ${name}`,
        fault: "header",
        change: `${name} is sent twice`,
        transform: (request: WireRequest) => editHeader(request, name, (value) => `${value}, ${value}`),
      },
    ]);
}

function listCredentialFaults(api: Api, { security }: Operation): readonly RequestFault[] {
  const kindOf = (scheme: string) => api.securitySchemes.find(({ name }) => name === scheme)?.kind;
  // Where two want the same header, none of them is sure to be there.
  const kinds = security.flatMap((names) => {
    const found = names.map(kindOf).filter((kind) => kind === "bearer" || kind === "basic");
    return found.length === 1 ? found : [];
  });
  const prefixes = { bearer: "Bearer", basic: "Basic" } as const;
  return (["bearer", "basic"] as const)
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => {
      const prefix = prefixes[kind];
      const other = prefixes[kind === "bearer" ? "basic" : "bearer"];
      const replace = (by: string) => (request: WireRequest) =>
        editHeader(request, "authorization", (value) => value.replace(new RegExp(`^${prefix} `), by));
      return [
        {
          name: `credential-prefix-missing ${kind}`,
          fault: "credential",
          change: `authorization without ${prefix}`,
          transform: replace(""),
        },
        {
          name: `credential-prefix-other ${kind}`,
          fault: "credential",
          change: `${prefix} → ${other}`,
          transform: replace(`${other} `),
        },
      ];
    });
}

function dropHeader(request: WireRequest, name: string): WireRequest {
  const headers = Object.entries(request.headers).filter(([key]) => key !== name.toLowerCase());
  return { ...request, headers: Object.fromEntries(headers) };
}

/** Changes a header; a request without it stays as it is. */
function editHeader(request: WireRequest, name: string, edit: (value: string) => string): WireRequest {
  const key = name.toLowerCase();
  const value = request.headers[key];
  return value === undefined ? request : { ...request, headers: { ...request.headers, [key]: edit(value) } };
}
