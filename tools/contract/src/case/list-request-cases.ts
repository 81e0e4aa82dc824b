import { joinPointer } from "@specmill/spec";
import { bodyKind } from "../wire/body-kind.ts";
import { readRequest } from "../wire/read-request.ts";
import { writeRequest } from "../wire/write-request.ts";
import { sampleBody } from "./base-calls.ts";
import type { CaseContext, CaseList } from "./case-context.ts";
import type { ContractCase } from "./contract-case.ts";
import { takesBody } from "./find-obstacle.ts";

/** The request as a whole: with everything, with nothing more than needed, in each media type, and unreadable. */
export function listRequestCases(context: CaseContext): CaseList {
  const { operation, full, minimal, credentials } = context;
  const base = { operation: operation.id, pointer: operation.pointer };
  const happy = { ...base, kind: "happy", expect: { kind: "answered" } } as const;
  const isSame = JSON.stringify(full) === JSON.stringify(minimal);
  const cases: readonly ContractCase[] = [
    {
      ...happy,
      id: `${operation.id}/happy`,
      title: `${operation.id} takes all that it may be given`,
      given: { kind: "call", arguments: full, credentials },
    },
    ...(isSame
      ? []
      : [
          {
            ...happy,
            id: `${operation.id}/happy-minimal`,
            title: `${operation.id} takes no more than it must be given`,
            given: { kind: "call", arguments: minimal, credentials } as const,
          },
        ]),
    ...listUnreadable(context),
  ];
  const media = listMediaTypes(context);
  return { cases: [...cases, ...media.cases], notes: media.notes };
}

/** Each media type in which a body may be sent. */
function listMediaTypes({ operation, oracle, full, credentials }: CaseContext): CaseList {
  if (!takesBody(operation.method)) return { cases: [], notes: [] };
  const others = (operation.requestBody?.content ?? []).filter(({ type }) => type !== full.contentType);
  const made = others.map((mediaType) => ({ mediaType, body: sampleBody(oracle, mediaType) }));
  return {
    cases: made.flatMap(({ mediaType: { type, pointer }, body }) =>
      body === undefined
        ? []
        : [
            {
              id: `${operation.id}/media-type/${type}`,
              operation: operation.id,
              kind: "happy" as const,
              title: `${operation.id} takes a body of ${type}`,
              pointer,
              given: { kind: "call" as const, arguments: { ...full, body, contentType: type }, credentials },
              expect: { kind: "answered" as const },
            },
          ],
    ),
    notes: made.flatMap(({ mediaType: { type, pointer }, body }) =>
      body === undefined ? [{ pointer, message: `No body of ${type} can be made up.` }] : [],
    ),
  };
}

/** Bodies that no schema gets to see, and a query that no document knows. */
function listUnreadable({ api, oracle, operation, full, credentials }: CaseContext): readonly ContractCase[] {
  const { requestBody } = operation;
  const write = (given: typeof full) => writeRequest(api, operation, given, credentials);
  const refused = (
    name: string,
    what: string,
    pointer: string,
    request: ReturnType<typeof write>,
    reason: "missing-body" | "media-type" | "malformed-body" | "unknown-query",
  ): ContractCase => ({
    id: `${operation.id}/${name}`,
    operation: operation.id,
    kind: "negative",
    title: `${operation.id} refuses ${what}`,
    pointer,
    given: { kind: "raw", request },
    expect: { kind: "refused", reason },
  });
  const { body: _body, contentType: _contentType, ...bare } = full;
  const stray = write(full);
  const mark = stray.target.includes("?") ? "&" : "?";
  const strayed = { ...stray, target: `${stray.target}${mark}${strange}=1` };
  const read = readRequest(api, operation, strayed, (place, value) => oracle.allows(place, "request", value));
  // An exploded object may have members of any name, and this is one then.
  const unknown = read.unknownQuery.includes(strange)
    ? [
        refused(
          "query/unknown",
          "a query parameter that the document does not name",
          operation.pointer,
          strayed,
          "unknown-query",
        ),
      ]
    : [];
  if (requestBody === undefined || full.body === undefined) return unknown;
  const kinds = requestBody.content.map(bodyKind);
  const isAnything = requestBody.content.some(({ type }) => type.includes("*"));
  const pointer = joinPointer(requestBody.pointer, "content");
  return [
    ...unknown,
    ...(requestBody.required
      ? [
          refused(
            "body/missing",
            "a request without its body",
            requestBody.pointer,
            write(bare),
            "missing-body",
          ),
        ]
      : []),
    ...(isAnything
      ? []
      : [
          refused(
            "body/media-type",
            "a body of another media type",
            pointer,
            withType(write(full), "application/x-specmill"),
            "media-type",
          ),
        ]),
    ...(kinds[0] === "json"
      ? [
          refused(
            "body/malformed",
            "a body that is cut short",
            requestBody.pointer,
            { ...write(full), body: cutShort(write(full).body ?? "") },
            "malformed-body",
          ),
        ]
      : []),
  ];
}

const strange = "specmillUnknown";

/** A number that is cut short is another number, or nothing. */
function cutShort(json: string): string {
  return /^[[{"]/.test(json) ? json.slice(0, -1) : "[";
}

function withType<Request extends { readonly headers: Readonly<Record<string, string>> }>(
  request: Request,
  type: string,
): Request {
  return { ...request, headers: { ...request.headers, "content-type": type } };
}
