import type { JsonObject } from "@specmill/spec";
import { joinPointer, type Operation, type Response } from "@specmill/spec";
import { findContent } from "./check-body.ts";
import { judgeReading } from "./check-parameters.ts";
import type { Judge } from "./create-judge.ts";
import { findDeclared } from "./find-declared.ts";
import { parseMediaType } from "./media-type.ts";
import type { RequestFault } from "./operation.ts";
import { readSingle } from "./read-parameter.ts";
import { writeSimple } from "./write-headers.ts";

/** A response as it is about to be written. */
export interface ChosenResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** What is wrong with a response in the eyes of its own document, such as an example that breaks its schema. */
export function checkResponse(
  operation: Operation,
  chosen: ChosenResponse,
  document: JsonObject,
  judge: Judge,
): readonly RequestFault[] {
  const declared = findDeclared(operation.responses, chosen.status);
  if (declared === undefined) return [];
  return [...checkContent(declared, chosen, judge), ...checkHeaders(declared, chosen, document, judge)];
}

function checkContent(declared: Response, { headers, body }: ChosenResponse, judge: Judge): RequestFault[] {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const essence = parseMediaType(String(type ?? ""))?.essence ?? "";
  const content = findContent(declared.content, essence) ?? declared.content[0];
  if (content?.jsonSchema === undefined || type === undefined) return [];
  if (body === undefined) {
    return [{ path: ["body"], code: "required", message: "No body can be made up for the response." }];
  }
  return judge(joinPointer(content.pointer, "schema"), "response", body).map(({ path, code, message }) => ({
    path: ["body", ...path],
    code,
    message: `The body${path.length === 0 ? "" : `'s ${path.join(".")}`} ${message}.`,
  }));
}

function checkHeaders(
  declared: Response,
  { headers }: ChosenResponse,
  document: JsonObject,
  judge: Judge,
): RequestFault[] {
  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return declared.headers.flatMap(({ name, required, schema, schemaPointer }): RequestFault[] => {
    const key = name.toLowerCase();
    const value = sent.get(key) ?? undefined;
    if (value === undefined) {
      const message = `The header ${name} is required.`;
      return required ? [{ path: ["header", key], code: "required", message }] : [];
    }
    if (schemaPointer === undefined || judge(schemaPointer, "response", value).length === 0) return [];
    const parameter = {
      name,
      style: "simple",
      explode: false,
      ...(schema === undefined ? {} : { schema }),
    } as const;
    const reading = readSingle(parameter, writeSimple(value), document, (text) => text);
    const findings =
      reading.kind === "read" ? judgeReading(reading, { schemaPointer }, judge, "response") : [];
    return findings.map(({ path, code, message }) => ({
      path: ["header", key, ...path],
      code,
      message: `The header ${name} ${message}.`,
    }));
  });
}
