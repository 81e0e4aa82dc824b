import type { Direction } from "@specmill/oracle";
import {
  type Api,
  isJsonObject,
  type JsonObject,
  joinPointer,
  type MediaType,
  type Operation,
  resolvePointer,
} from "@specmill/spec";
import type { Wire } from "../obligation/walk-schema.ts";
import { bodyKind } from "../wire/body-kind.ts";
import { toCanonical } from "./edit-document.ts";
import { listSteps, type Reach, type Step } from "./list-steps.ts";

/** A schema of a document, and the ways in which values come to it. */
export interface Place {
  readonly document: JsonObject;
  readonly version: "3.0" | "3.1";
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly reaches: readonly Reach[];
  /** Ids of the operations whose values come to it. */
  readonly operations: readonly string[];
}

interface Node {
  readonly pointer: string;
  readonly reaches: Map<string, Reach>;
  readonly next: Set<string>;
}

/** Every schema that the exchanges of an API come to, each once, wherever its references lead. */
export function listPlaces(document: JsonObject, api: Api): ReadonlyMap<string, Place> {
  const nodes = new Map<string, Node>();
  const version = String(document["openapi"]).startsWith("3.0") ? "3.0" : "3.1";
  const roots = api.operations.map((operation) => ({ id: operation.id, steps: listRoots(operation) }));
  const pending = roots.flatMap(({ steps }) => steps);
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { pointer, reach } = step;
    const schema = resolvePointer(document, pointer);
    if (!isJsonObject(schema)) continue;
    const node = nodes.get(pointer) ?? { pointer, reaches: new Map(), next: new Set() };
    nodes.set(pointer, node);
    const key = JSON.stringify(reach);
    if (node.reaches.has(key)) continue;
    node.reaches.set(key, reach);
    for (const part of listSteps(document, version, schema, step)) {
      node.next.add(part.pointer);
      pending.push(part);
    }
  }
  const operations = new Map<string, string[]>();
  for (const { id, steps } of roots) {
    for (const pointer of reachable(nodes, steps)) {
      operations.set(pointer, [...(operations.get(pointer) ?? []), id]);
    }
  }
  return new Map(
    [...nodes.values()].map(({ pointer, reaches }) => {
      const schema = resolvePointer(document, pointer);
      const place: Place = {
        document,
        version,
        pointer,
        schema: isJsonObject(schema) ? schema : {},
        reaches: [...reaches.values()],
        operations: operations.get(pointer) ?? [],
      };
      return [pointer, place];
    }),
  );
}

function reachable(nodes: ReadonlyMap<string, Node>, steps: readonly Step[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const pending = steps.map(({ pointer }) => pointer);
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    const node = nodes.get(pointer);
    if (node === undefined || seen.has(pointer)) continue;
    seen.add(pointer);
    pending.push(...node.next);
  }
  return seen;
}

function listRoots({ parameters, requestBody, responses }: Operation): readonly Step[] {
  const root = (pointer: string | undefined, direction: Direction, wire: Wire): readonly Step[] =>
    pointer === undefined
      ? []
      : [
          {
            pointer: toCanonical(pointer),
            reach: { direction, wire, polarity: "positive", covered: [], beside: [] },
          },
        ];
  const body = (mediaType: MediaType, direction: Direction) =>
    root(joinPointer(mediaType.pointer, "schema"), direction, wireOf(mediaType));
  return [
    ...parameters.flatMap(({ schemaPointer, mediaType, in: location }) =>
      root(
        schemaPointer,
        "request",
        mediaType !== undefined ? wireOf({ type: mediaType }) : location === "path" ? "path" : "text",
      ),
    ),
    ...(requestBody?.content ?? []).flatMap((mediaType) => body(mediaType, "request")),
    ...responses.flatMap(({ headers, content }) => [
      ...headers.flatMap(({ schemaPointer }) => root(schemaPointer, "response", "text")),
      ...content.flatMap((mediaType) => body(mediaType, "response")),
    ]),
  ];
}

function wireOf(mediaType: Pick<MediaType, "type">): Wire {
  const kind = bodyKind(mediaType);
  if (kind === "json") return "json";
  return kind === "form" || kind === "multipart" ? "form" : "text";
}
