import type { Direction } from "@specmill/oracle";
import { isJsonObject, type JsonValue, joinPointer, type Operation, type Response } from "@specmill/spec";
import { composedOf, type SchemaPlace } from "../wire/wire-schema.ts";
import type { NeverSeen } from "./drift.ts";
import type { DriftContext } from "./drift-context.ts";

/** What something that a document promises is called among those that occurred. */
export function seenKey(kind: NeverSeen["kind"], ...names: readonly string[]): string {
  return JSON.stringify([kind, ...names]);
}

/** What the document promises and did not occur; of what did not occur, its parts are not told as well. */
export function listNeverSeen(context: DriftContext, seen: ReadonlySet<string>): readonly NeverSeen[] {
  return context.api.operations.flatMap((operation): readonly NeverSeen[] => {
    const { id, pointer, method, path } = operation;
    if (!seen.has(seenKey("operation", id))) {
      const message = `${method.toUpperCase()} ${path} was not called.`;
      return [{ kind: "operation", operation: id, pointer, message }];
    }
    return [
      ...listParameters(operation, seen),
      ...listMedia({ context, seen, operation, direction: "request" }),
      ...operation.responses.flatMap((response) => listResponse(context, operation, response, seen)),
    ];
  });
}

function listParameters({ id, parameters }: Operation, seen: ReadonlySet<string>): readonly NeverSeen[] {
  return parameters
    .filter((parameter) => !seen.has(seenKey("parameter", id, parameter.in, parameter.name)))
    .map(({ name, pointer, in: place }) => ({
      kind: "parameter",
      operation: id,
      pointer,
      message: `The ${place} parameter ${name} was not sent.`,
    }));
}

function listResponse(
  context: DriftContext,
  operation: Operation,
  response: Response,
  seen: ReadonlySet<string>,
): readonly NeverSeen[] {
  const { id } = operation;
  const { status, pointer } = response;
  if (!seen.has(seenKey("status", id, status))) {
    return [{ kind: "status", operation: id, pointer, message: `The status ${status} was not answered.` }];
  }
  const headers = response.headers
    .filter(({ name }) => !seen.has(seenKey("header", id, status, name)))
    .map(
      ({ name, pointer: own }): NeverSeen => ({
        kind: "header",
        operation: id,
        pointer: own,
        message: `The header ${name} of ${status} did not come.`,
      }),
    );
  return [...headers, ...listMedia({ context, seen, operation, direction: "response", response })];
}

interface Media {
  readonly context: DriftContext;
  readonly seen: ReadonlySet<string>;
  readonly operation: Operation;
  readonly direction: Direction;
  /** Absent for a request. */
  readonly response?: Response;
}

function listMedia({ context, seen, operation, direction, response }: Media): readonly NeverSeen[] {
  const content = response === undefined ? operation.requestBody?.content : response.content;
  const { id } = operation;
  return (content ?? []).flatMap(({ type, pointer, jsonSchema }): readonly NeverSeen[] => {
    if (!seen.has(seenKey("media-type", id, response?.status ?? "", type))) {
      const message = `${type} was not ${response === undefined ? "sent" : `answered with ${response.status}`}.`;
      return [{ kind: "media-type", operation: id, pointer, message }];
    }
    const place = { schema: jsonSchema, pointer: joinPointer(pointer, "schema") };
    return listProperties({ context, seen, direction, operation: id }, [place], new Set());
  });
}

interface Properties extends Pick<Media, "context" | "seen" | "direction"> {
  readonly operation: string;
}

function listProperties(
  media: Properties,
  places: readonly SchemaPlace[],
  visited: Set<string>,
): readonly NeverSeen[] {
  const { context, seen, direction, operation } = media;
  return places
    .flatMap((place) => composedOf(context.reading, place))
    .flatMap(({ schema, pointer }): readonly NeverSeen[] => {
      if (pointer === undefined || visited.has(pointer) || !isJsonObject(schema)) return [];
      visited.add(pointer);
      const inner = ["items", "additionalProperties"]
        .filter((keyword) => isJsonObject(schema[keyword]))
        .map((keyword) => ({ schema: schema[keyword], pointer: joinPointer(pointer, keyword) }));
      const properties = isJsonObject(schema["properties"]) ? Object.entries(schema["properties"]) : [];
      const own = properties.flatMap(([name, property]): readonly NeverSeen[] => {
        const place = { schema: property, pointer: joinPointer(pointer, "properties", name) };
        if (isHidden(context, place, direction)) return [];
        if (seen.has(seenKey("property", direction, place.pointer))) {
          return listProperties(media, [place], visited);
        }
        const message = `The property ${name} was not ${direction === "request" ? "sent" : "answered"}.`;
        return [{ kind: "property", operation, pointer: place.pointer, message }];
      });
      return [...own, ...listProperties(media, inner, visited)];
    });
}

/** Whether a property travels in the other direction alone. */
function isHidden({ reading }: DriftContext, place: SchemaPlace, direction: Direction): boolean {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  return composedOf(reading, place).some(({ schema }) => markOf(schema, mark) === true);
}

function markOf(schema: JsonValue | undefined, mark: string): JsonValue | undefined {
  return isJsonObject(schema) ? schema[mark] : undefined;
}
