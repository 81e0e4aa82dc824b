import {
  type Api,
  isJsonObject,
  type JsonObject,
  joinPointer,
  type Operation,
  type Response,
} from "@specmill/spec";
import type { Draft } from "./draft-mutant.ts";
import { dropAt, editAt, objectOf, renameMember, toCanonical } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { plain } from "./mutate-body.ts";
import { mutateExamples } from "./mutate-example.ts";
import { mutateHeaders } from "./mutate-header.ts";

/** Changes of what is answered: statuses, media types, headers, examples. */
export function mutateResponses(
  document: JsonObject,
  api: Api,
  places: ReadonlyMap<string, Place>,
): readonly Draft[] {
  const users = new Map<string, { readonly response: Response; readonly operations: string[] }>();
  for (const { id, responses } of api.operations) {
    for (const response of responses) {
      const known = users.get(response.pointer) ?? { response, operations: [] };
      known.operations.push(id);
      users.set(response.pointer, known);
    }
  }
  return [
    ...api.operations.flatMap((operation) =>
      operation.responses.flatMap(({ status }) => changeStatus(document, operation, status)),
    ),
    ...[...users.values()].flatMap(({ response, operations }) => [
      ...changeContent(response, operations, places),
      ...mutateHeaders(response, operations, places),
      ...mutateExamples(document, response, operations),
    ]),
  ];
}

function changeStatus(document: JsonObject, operation: Operation, status: string): readonly Draft[] {
  const { pointer, id, responses } = operation;
  const declared = responses.map((response) => response.status);
  const becomes = nextStatus(status, declared);
  const owner = joinPointer(pointer, "responses");
  const place = joinPointer(owner, status);
  const moved = { kind: "response", document, operation, status } as const;
  return [
    ...(becomes === undefined
      ? []
      : [
          {
            pointer: place,
            change: `${status} → ${becomes}`,
            operations: [id],
            subject: { ...moved, operator: "response-status-change" as const, becomes },
            edit: (root: JsonObject) =>
              editAt(root, owner, (value) => renameMember(objectOf(value), status, becomes)),
          },
        ]),
    // OpenAPI has at least one response of each operation.
    ...(declared.length < 2
      ? []
      : [
          {
            pointer: place,
            change: `without ${status}`,
            operations: [id],
            subject: { ...moved, operator: "response-drop" as const },
            edit: (root: JsonObject) => dropAt(root, place),
          },
        ]),
  ];
}

const others: Readonly<Record<string, readonly string[]>> = {
  "1": ["102", "103"],
  "2": ["200", "201", "202", "203", "206"],
  "3": ["302", "303", "307", "308"],
  "4": ["409", "410", "418", "423"],
  "5": ["500", "502", "503"],
};

/** A status of the same class that is not declared; ranges go to the other range of faults. */
function nextStatus(status: string, declared: readonly string[]): string | undefined {
  if (status === "default") return ["5XX", "4XX"].find((other) => !declared.includes(other));
  if (status.endsWith("XX")) {
    return ["4XX", "5XX", "2XX"].find((other) => other !== status && !declared.includes(other));
  }
  return others[status.slice(0, 1)]?.find((other) => !declared.includes(other));
}

function changeContent(
  { content, pointer }: Response,
  operations: readonly string[],
  places: ReadonlyMap<string, Place>,
): readonly Draft[] {
  const owner = joinPointer(pointer, "content");
  const types = content.map(({ type }) => type);
  return content.flatMap(({ type, jsonSchema, pointer: at }): readonly Draft[] => {
    const candidates = ["application/vnd.mutant+json", "application/json"];
    const becomes = candidates.find((other) => !types.includes(other));
    const schemaPointer = joinPointer(at, "schema");
    const place = places.get(toCanonical(schemaPointer));
    return [
      ...(becomes === undefined
        ? []
        : [
            plain("response-media-type-change", at, `${type} → ${becomes}`, operations, (root) =>
              editAt(root, owner, (value) => renameMember(objectOf(value), type, becomes)),
            ),
          ]),
      ...(types.length < 2
        ? []
        : [plain("response-media-type-drop", at, `without ${type}`, operations, (root) => dropAt(root, at))]),
      ...(place === undefined || !isJsonObject(jsonSchema) ? [] : [wrap(place, jsonSchema)]),
    ];
  });
}

function wrap(place: Place, items: JsonObject): Draft {
  const after = { type: "array", items };
  return {
    pointer: place.pointer,
    change: "a list of what it was",
    operations: place.operations,
    subject: { kind: "schema", operator: "response-list-wrap", place, before: place.schema, after },
    edit: (root) => editAt(root, place.pointer, () => after),
  };
}
