import { STATUS_CODES } from "node:http";
import {
  isJsonObject,
  type JsonValue,
  joinPointer,
  type Method,
  type Operation,
  resolvePointer,
} from "@specmill/spec";
import { matchOperation } from "../obligation/match-operation.ts";
import type { Exchange } from "../wire/exchange.ts";
import type { DriftFinding } from "./drift.ts";
import type { DriftContext } from "./drift-context.ts";
import { generalisePath } from "./drift-names.ts";

const methods: readonly Method[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What a server says that has no such operation either. */
const isRefusal = new Set([404, 405, 501]);

/** An operation that the document does not have and the server does. */
export function findUndocumentedOperation(
  context: DriftContext,
  { request, response }: Exchange,
): readonly DriftFinding[] {
  if (isRefusal.has(response.status) || request.method === "HEAD") return [];
  const method = methods.find((known) => known === request.method.toLowerCase());
  const { path, pointer, parameters } = findPath(context, request.target);
  const own = joinPointer(pointer, method ?? request.method.toLowerCase());
  const operation = {
    ...(parameters.length > 0 && { parameters }),
    responses: { [String(response.status)]: { description: describeStatus(response.status) } },
  };
  return [
    {
      kind: "undocumented-operation",
      direction: "request",
      pointer: own,
      message: `${request.method} ${path} is not documented.`,
      observed: [String(response.status)],
      edits: method === undefined ? [] : [{ pointer: own, value: operation }],
    },
  ];
}

/** OpenAPI wants a description of every response. */
export function describeStatus(status: number): string {
  return `${STATUS_CODES[status] ?? `Status ${status}`}.`;
}

/** The path of the document that a request is for, or a new one, and the parameters that an operation there lacks. */
function findPath(
  { api, document }: DriftContext,
  target: string,
): { readonly path: string; readonly pointer: string; readonly parameters: readonly JsonValue[] } {
  const other = methods
    .map((method): Operation | undefined => matchOperation(api, { method, target }))
    .find((operation) => operation !== undefined);
  const path = other?.path ?? generalisePath(target.split(/[?#]/)[0] ?? "/").template;
  const pointer =
    other === undefined
      ? joinPointer("#/paths", path)
      : other.pointer.slice(0, other.pointer.lastIndexOf("/"));
  const item = resolvePointer(document, pointer);
  const shared = isJsonObject(item) && Array.isArray(item["parameters"]) ? item["parameters"].length : 0;
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  // Where a path has parameters of its own, its expressions are among them.
  const parameters = (shared > 0 ? [] : names).map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return { path, pointer, parameters };
}
