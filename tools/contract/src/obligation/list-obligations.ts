import type { Direction } from "@specmill/oracle";
import { type Api, type JsonObject, joinPointer, type MediaType, type Operation } from "@specmill/spec";
import { bodyKind } from "../wire/body-kind.ts";
import { listSchemaFacts } from "./list-schema-facts.ts";
import { listSecurity } from "./list-security.ts";
import type { Obligation } from "./obligation.ts";
import { type Fact, obligationId } from "./obligation-id.ts";
import { exampleFact, mediaTypeFact, parameterWire } from "./operation-facts.ts";
import { hasBody } from "./read-answer.ts";
import type { Wire } from "./walk-schema.ts";

/**
 * Every promise that a document makes, of the eleven classes, whatever cases there are: in the order of the document,
 * each canonical pointer once for each operation that reaches it.
 *
 * What a place cannot show is no obligation: null in a text, what is in a body that only its own programs can read, the
 * body of an answer to `HEAD`, a security scheme that needs more than a credential.
 */
export function listObligations(document: JsonObject, api: Api): readonly Obligation[] {
  const obligations = api.operations.flatMap((operation) =>
    [
      ...listOperation(operation),
      ...listParameters(document, operation),
      ...listRequest(document, operation),
      ...listResponses(document, operation),
      ...listSecurity(document, api, operation),
    ].map((fact: Fact) => ({ id: obligationId(operation.id, fact), operation: operation.id, ...fact })),
  );
  return [...new Map(obligations.map((obligation) => [obligation.id, obligation])).values()];
}

/** A 1xx is no answer: what has no other cannot be seen to be called. */
function listOperation({ pointer, responses }: Operation): readonly Fact[] {
  const isAnswered = responses.some(({ status }) => !status.startsWith("1"));
  return isAnswered ? [{ class: "operation", pointer, want: "called" }] : [];
}

function listParameters(document: JsonObject, { parameters }: Operation): readonly Fact[] {
  return parameters.flatMap((parameter): readonly Fact[] => {
    const { pointer, required, schemaPointer } = parameter;
    const wire = parameterWire(parameter);
    const isForced = required && parameter.in !== "path";
    return [
      { class: "parameter", pointer, want: "present" },
      ...(required ? [] : [{ class: "parameter", pointer, want: "absent" } as const]),
      ...(isForced
        ? [{ class: "constraint", pointer: joinPointer(pointer, "required"), want: "outside" } as const]
        : []),
      ...(schemaPointer === undefined ? [] : listSchemaFacts(document, schemaPointer, "request", wire)),
    ];
  });
}

function listRequest(document: JsonObject, { requestBody }: Operation): readonly Fact[] {
  if (requestBody === undefined) return [];
  const { pointer, required, content } = requestBody;
  return [
    required
      ? { class: "constraint", pointer: joinPointer(pointer, "required"), want: "outside" }
      : { class: "request-property", pointer, want: "absent" },
    ...content.flatMap((mediaType): readonly Fact[] => [
      mediaTypeFact(mediaType, "request"),
      ...listContent(document, mediaType, "request", "accepted"),
    ]),
  ];
}

function listResponses(document: JsonObject, { method, responses }: Operation): readonly Fact[] {
  return responses
    .filter(({ status }) => !status.startsWith("1"))
    .flatMap(({ pointer, status, headers, content }): readonly Fact[] => [
      { class: "status", pointer, want: status },
      ...headers.map(
        (header): Fact => ({
          class: "response-header",
          pointer: header.pointer,
          want: `${status} ${header.name}`,
        }),
      ),
      ...(hasBody(method, status) ? content : []).flatMap((mediaType): readonly Fact[] => [
        mediaTypeFact(mediaType, status),
        ...listContent(document, mediaType, "response", `${status} served`),
      ]),
    ]);
}

function listContent(
  document: JsonObject,
  mediaType: MediaType,
  direction: Direction,
  want: string,
): readonly Fact[] {
  const wire = contentWire(mediaType, direction);
  if (bodyKind(mediaType) === "opaque") return [];
  return [
    ...(mediaType.jsonSchema === undefined || wire === undefined
      ? []
      : listSchemaFacts(document, joinPointer(mediaType.pointer, "schema"), direction, wire)),
    ...mediaType.examples.map((example) => exampleFact(document, mediaType, example, want)),
  ];
}

/** How a body shows what is in it; undefined where only its own programs can tell. */
function contentWire(mediaType: MediaType, direction: Direction): Wire | undefined {
  switch (bodyKind(mediaType)) {
    case "json":
      return "json";
    case "text":
    case "form":
    case "multipart":
      // What comes back as text is read by people.
      return direction === "request" ? "form" : undefined;
    case "opaque":
      return undefined;
  }
}
