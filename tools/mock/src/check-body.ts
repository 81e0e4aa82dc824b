import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  type MediaType,
  type RequestBody,
} from "@specmill/spec";
import type { Finding, Judge } from "./create-judge.ts";
import { isJson, parseMediaType } from "./media-type.ts";
import type { OperationRequest, RequestFault } from "./operation.ts";
import { readForm } from "./read-form.ts";
import { readText } from "./read-text.ts";
import { facetsOf } from "./schema-facets.ts";

/**
 * What is wrong with the body of a request. A body of a media type that the document has not here gets the code 415, by
 * which Prism chooses the answer.
 */
export function checkBody(
  declared: RequestBody | undefined,
  { body, headers }: Pick<OperationRequest, "body" | "headers">,
  document: JsonObject,
  judge: Judge,
): readonly RequestFault[] {
  if (body.kind === "none") {
    return declared?.required === true ? [{ code: "required", message: "The request has no body." }] : [];
  }
  const sent = parseMediaType(headers["content-type"] ?? "");
  if (declared === undefined) {
    return [{ path: ["body"], code: 415, message: "The operation takes no body." }];
  }
  const content = sent === undefined ? undefined : findContent(declared.content, sent.essence);
  if (content === undefined) {
    const takes = declared.content.map(({ type }) => type).join(", ");
    return [
      { path: ["body"], code: 415, message: `The operation takes a body of ${takes || "no media type"}.` },
    ];
  }
  if (content.jsonSchema === undefined) return [];
  const pointer = joinPointer(content.pointer, "schema");
  const values = readBody(content, body.value, sent?.essence ?? "", headers, document);
  const found = values.map((value) => judge(pointer, "request", value));
  const [first = []] = found;
  if (found.some((findings) => findings.length === 0)) return [];
  // A body of null where there must be one is a body that is not there.
  if (declared.required && body.value === null) {
    return [{ code: "required", message: "The body is null, which the document does not allow." }];
  }
  return first.map(toFault);
}

/** Whether the document describes a body of this media type: by name, or else by the closest range. */
export function findContent(contents: readonly MediaType[], essence: string): MediaType | undefined {
  const [type = ""] = essence.split("/");
  for (const wanted of [essence, `${type}/*`, "*/*"]) {
    const found = contents.find(
      (content) => (parseMediaType(content.type)?.essence ?? content.type.toLowerCase()) === wanted,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a body may stand for; nothing where its media type has no one way to be read, such as XML. */
function readBody(
  content: MediaType,
  value: JsonValue,
  essence: string,
  headers: OperationRequest["headers"],
  document: JsonObject,
): readonly JsonValue[] {
  if (isJson({ essence, charset: undefined }) || typeof value !== "string") return [value];
  const form = readForm(content, value, headers["content-type"] ?? "", document);
  if (form !== undefined) return form;
  if (/[/+]xml$/.test(essence)) return [];
  const facets = facetsOf(document, content.jsonSchema);
  return [value, readText(value, facets, false)];
}

function toFault({ path, code, message }: Finding): RequestFault {
  const place = path.length === 0 ? "The body" : `The body's ${path.join(".")}`;
  return { path: ["body", ...path], code, message: `${place} ${message}.` };
}

/** Whether nothing is known of how a body is written in its media type, so that any passes. */
export function isUnreadable({ type, jsonSchema }: MediaType): boolean {
  const essence = parseMediaType(type)?.essence ?? "";
  return isJsonObject(jsonSchema) && /[/+]xml$/.test(essence);
}
