import { type JsonValue, joinPointer, type Response, type ResponseHeader } from "@specmill/spec";
import { matchMediaType, matchResponse } from "../run/match-response.ts";
import { readHeader } from "../run/read-header.ts";
import { bodyFormat, essenceOf } from "../wire/wire-media-type.ts";
import type { DriftFinding } from "./drift.ts";
import { isWellKnownHeader } from "./drift-headers.ts";
import type { Inspection } from "./drift-inspection.ts";
import { describeStatus } from "./drift-operation.ts";
import { seenKey } from "./drift-seen.ts";
import { findValueDrift } from "./drift-value.ts";
import { inferSchema } from "./infer-schema.ts";

/** How an answer is not as the document has it. */
export function findResponseDrift(inspection: Inspection): readonly DriftFinding[] {
  const { operation, response, onSeen } = inspection;
  const documented = matchResponse(operation, response.status);
  if (documented === undefined) {
    const pointer = joinPointer(operation.pointer, "responses", String(response.status));
    return [
      tell(inspection, {
        kind: "undocumented-status",
        pointer,
        message: `The status ${response.status} is not documented.`,
        observed: [String(response.status)],
        edits: [{ pointer, value: { description: describeStatus(response.status) } }],
      }),
    ];
  }
  onSeen(seenKey("status", operation.id, documented.status));
  return [...findHeaders(inspection, documented), ...findBody(inspection, documented)];
}

function tell(
  { operation }: Inspection,
  finding: Pick<DriftFinding, "kind" | "pointer" | "message"> & Partial<DriftFinding>,
): DriftFinding {
  return { direction: "response", operation: operation.id, observed: [], edits: [], ...finding };
}

function findHeaders(inspection: Inspection, documented: Response): readonly DriftFinding[] {
  const { response } = inspection;
  const known = new Set(documented.headers.map(({ name }) => name.toLowerCase()));
  const strange = Object.keys(response.headers)
    .filter((name) => !known.has(name) && !isWellKnownHeader(name))
    .map((name) => {
      const pointer = joinPointer(documented.pointer, "headers", name);
      return tell(inspection, {
        kind: "undocumented-header",
        pointer,
        message: `The response header ${name} is not documented.`,
        observed: ["string"],
        edits: [{ pointer, value: { schema: { type: "string" } } }],
      });
    });
  return [...documented.headers.flatMap((header) => findHeader(inspection, documented, header)), ...strange];
}

function findHeader(
  inspection: Inspection,
  { status }: Response,
  { name, required, pointer, schemaPointer }: ResponseHeader,
): readonly DriftFinding[] {
  const { context, operation, response, isSecret, onSeen } = inspection;
  const text = response.headers[name.toLowerCase()];
  if (text === undefined) {
    const own = joinPointer(pointer, "required");
    const message = `The response header ${name} is required, and did not come.`;
    return required
      ? [tell(inspection, { kind: "missing-required", pointer: own, message, edits: [{ pointer: own }] })]
      : [];
  }
  onSeen(seenKey("header", operation.id, status, name));
  const { oracle } = context;
  if (schemaPointer === undefined || oracle.explain(schemaPointer, "response") !== undefined) return [];
  const readings = readHeader(context.document, schemaPointer, text);
  if (readings.some((value) => oracle.allows(schemaPointer, "response", value))) return [];
  return findValueDrift({
    ...inspection,
    direction: "response",
    operation: operation.id,
    pointer: schemaPointer,
    // The text itself: what else it may stand for, nobody has said.
    value: text,
    name: `The response header ${name}`,
    isSecret: (part) => isSecret(part) || isSecret(name),
    onSeen: () => {},
  });
}

function findBody(inspection: Inspection, documented: Response): readonly DriftFinding[] {
  const { context, operation, request, response, isRead, onSeen } = inspection;
  if (request.method === "HEAD" || [204, 304].includes(response.status) || !isRead("response")) return [];
  const header = response.headers["content-type"];
  const unreadable = (message: string) => [
    tell(inspection, { kind: "unreadable", pointer: documented.pointer, message }),
  ];
  if (response.body === "") {
    const isWanted =
      response.status < 300 && documented.content.some(({ type }) => bodyFormat(type) === "json");
    return isWanted ? unreadable(`No body came with ${response.status}, where one is documented.`) : [];
  }
  if (header === undefined) return unreadable(`The body of ${response.status} has no media type.`);
  const essence = essenceOf(header);
  const isJson = bodyFormat(header) === "json";
  const value = isJson ? parse(response.body) : undefined;
  if (isJson && value === undefined) return unreadable(`The body of ${response.status} is no JSON.`);
  const mediaType = matchMediaType(documented.content, header);
  if (mediaType === undefined) {
    const pointer = joinPointer(documented.pointer, "content", essence);
    const schema = value === undefined ? {} : inferSchema(value, context.oracle.version);
    return [
      tell(inspection, {
        kind: "undocumented-media-type",
        pointer,
        message: `${essence} with ${response.status} is not documented.`,
        observed: [essence],
        edits: [{ pointer, value: { schema } }],
      }),
    ];
  }
  onSeen(seenKey("media-type", operation.id, documented.status, mediaType.type));
  if (mediaType.jsonSchema === undefined || value === undefined) return [];
  return findValueDrift({
    ...inspection,
    direction: "response",
    operation: operation.id,
    pointer: joinPointer(mediaType.pointer, "schema"),
    value,
    name: "The response's body",
    onSeen: (pointer) => onSeen(seenKey("property", "response", pointer)),
  });
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
