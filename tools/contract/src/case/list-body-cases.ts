import { isJsonObject, type JsonValue, type MediaType } from "@specmill/spec";
import { bodyKind } from "../wire/body-kind.ts";
import { readRequest } from "../wire/read-request.ts";
import { writeRequest } from "../wire/write-request.ts";
import { sampleBody } from "./base-calls.ts";
import type { CaseContext, CaseList } from "./case-context.ts";
import type { ContractCase } from "./contract-case.ts";
import { takesBody } from "./find-obstacle.ts";
import { listBreaks } from "./list-breaks.ts";
import { listPoints } from "./list-points.ts";
import { listVariants } from "./list-variants.ts";

/** Every place of a body: what it may be there, and what it may not. */
export function listBodyCases(context: CaseContext): CaseList {
  const { operation, full } = context;
  if (!takesBody(operation.method)) return { cases: [], notes: [] };
  const content = operation.requestBody?.content ?? [];
  const mediaType = content.find(({ type }) => type === full.contentType);
  const optional = listOptionalBody(context);
  const examples = listRequestExamples(context);
  if (mediaType?.jsonSchema === undefined || full.body === undefined) {
    return { cases: [...optional, ...examples], notes: [] };
  }
  const root = `${mediaType.pointer}/schema`;
  const { points, unreached } = listPoints(context.oracle, root, full.body);
  const minimal = sampleBody(context.oracle, mediaType, true);
  const cases = points.flatMap((point) => [
    ...listVariants(context.oracle, root, point, minimal)
      .filter(({ value }) => canCarry(mediaType, value))
      .map((variant) => {
        const given = { ...full, body: variant.value };
        return accept(
          context,
          variant.kind,
          placeName(point.label, variant.name),
          variant.title,
          point.pointer,
          given,
        );
      }),
    ...listBreaks(context.oracle, root, point)
      .filter((broken) => staysBroken(context, mediaType, root, broken.value))
      .map((broken) =>
        refuse(
          context,
          placeName(point.label, `broken-${broken.name}`),
          broken.title,
          broken.pointer,
          broken.value,
        ),
      ),
  ]);
  return { cases: [...optional, ...cases, ...examples], notes: unreached };
}

function accept(
  { operation, credentials }: CaseContext,
  kind: ContractCase["kind"],
  place: string,
  title: string,
  pointer: string,
  given: CaseContext["full"],
): ContractCase {
  return {
    id: `${operation.id}/body/${place}`,
    operation: operation.id,
    kind,
    title: `${operation.id} takes a body whose ${place.split("/").slice(0, -1).join("/") || "whole"} is ${title}`,
    pointer,
    given: { kind: "call", arguments: given, credentials },
    expect: { kind: "answered" },
  };
}

function refuse(
  { api, operation, full, credentials }: CaseContext,
  place: string,
  title: string,
  pointer: string,
  body: JsonValue,
): ContractCase {
  const where = place.split("/").slice(0, -1).join("/") || "whole";
  return {
    id: `${operation.id}/body/${place}`,
    operation: operation.id,
    kind: "negative",
    title: `${operation.id} refuses a body whose ${where} is ${title}`,
    pointer,
    given: { kind: "raw", request: writeRequest(api, operation, { ...full, body }, credentials) },
    expect: { kind: "refused", reason: "body", pointer },
  };
}

function listOptionalBody(context: CaseContext): readonly ContractCase[] {
  const { operation, full } = context;
  const { body, contentType: _, ...bare } = full;
  if (operation.requestBody === undefined || operation.requestBody.required || body === undefined) return [];
  const { pointer } = operation.requestBody;
  return [accept(context, "absent", "absent", "left out", pointer, bare)];
}

/** The bodies that the document shows. */
function listRequestExamples(context: CaseContext): readonly ContractCase[] {
  const { operation, full } = context;
  return (operation.requestBody?.content ?? []).flatMap((mediaType) =>
    mediaType.examples
      .filter(({ value }) => canCarry(mediaType, value))
      .map(({ name, value }) => ({
        ...accept(context, "example", `example/${name}`, "", mediaType.pointer, {
          ...full,
          body: value,
          contentType: mediaType.type,
        }),
        title: `${operation.id} takes its example ${name} of ${mediaType.type}`,
      })),
  );
}

/** Whether a value looks the same on the other side: a form has texts alone. */
function canCarry(mediaType: MediaType, value: JsonValue): boolean {
  switch (bodyKind(mediaType)) {
    case "json":
      return true;
    case "text":
      return typeof value === "string" && value !== "";
    case "form":
    case "multipart":
      return isJsonObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isFormValue);
    case "opaque":
      return false;
  }
}

function isFormValue(value: JsonValue): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((item: JsonValue) => isFormValue(item) && !Array.isArray(item));
  return value !== null && typeof value !== "object";
}

/** Whether a fault is still one on the wire: a form has texts alone, and nothing where nothing is in it. */
function staysBroken(
  { api, oracle, operation, full }: CaseContext,
  mediaType: MediaType,
  root: string,
  body: JsonValue,
): boolean {
  const kind = bodyKind(mediaType);
  if (kind === "json") return true;
  if (!canCarry(mediaType, body)) return false;
  const written = writeRequest(api, operation, { ...full, body }, []);
  const allows = (pointer: string, value: JsonValue) => oracle.allows(pointer, "request", value);
  const read = readRequest(api, operation, written, allows);
  return kind !== "text" && read.body !== undefined && !oracle.allows(root, "request", read.body);
}

function placeName(label: string, name: string): string {
  return label === "" ? name : `${label}/${name}`;
}
