import type { Operation, Response, ResponseHeader } from "@specmill/spec";
import { placeOfBody, placeOfHeaders } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { spaced } from "./declare-type.ts";
import { describeSchema, describeTags } from "./describe-schema.ts";
import type { Emission } from "./emission.ts";
import { emitBodyDeclaration, emitBodyType } from "./emit-body-type.ts";
import { type HeaderKind, headerKind } from "./header-kind.ts";
import { indentLines } from "./indent-lines.ts";
import { toKey, toStringLiteral } from "./literals.ts";

/**
 * `…Result` of an operation: a member for each documented status and media type, and the failures that every call can
 * have; before it, the bodies and headers that it names.
 */
export function emitResult(operation: Operation, emission: Emission): readonly string[] {
  const { names, imports } = emission;
  const type = names.types.get(operation.id);
  const method = names.methods.get(operation.id);
  const declared = operation.responses.flatMap((response) => [
    ...response.content.flatMap((mediaType) => {
      const place = placeOfBody(operation, response.status, mediaType);
      return emitBodyDeclaration(mediaType, place, response.description, emission);
    }),
    ...emitHeaders(response, operation, emission),
  ]);
  const members = operation.responses.flatMap((response) =>
    outcomesOf(response, operation).flatMap((ok) => emitMembers(ok, response, operation, emission)),
  );
  const failure = `\n  | ${imports.type("Failure", "@specmill/runtime")}`;
  const doc = toDocComment([`How a call of \`${method}\` can end.`]);
  return [...declared, `${doc}export type ${type}Result =${members.join("")}${failure};\n`];
}

/** The values that `ok` can have for a documented response; the runtime's `matchStatus` draws the same line. */
function outcomesOf({ status }: Response, { responses }: Operation): readonly boolean[] {
  if (status !== "default") return [status.startsWith("2")];
  return responses.some((response) => response.status.startsWith("2")) ? [false] : [true, false];
}

function emitMembers(
  ok: boolean,
  response: Response,
  operation: Operation,
  emission: Emission,
): readonly string[] {
  const status = /^\d+$/.test(response.status) ? response.status : toStringLiteral(response.status);
  const headers = emission.names.headers.get(placeOfHeaders(operation, response));
  const doc = toDocComment([response.description]);
  const documented = emission.imports.type("Documented", "@specmill/runtime");
  const write = (values: readonly string[]) => {
    const flat = `| ${documented}<${values.join(", ")}>`;
    const broken = values.map((value) => indentLines(`\n${value.trimStart()}`, "      ")).join(",");
    const member = flat.length < 108 && !flat.includes("\n") ? flat : `| ${documented}<${broken}\n    >`;
    // Only the comment is moved in: the member's own lines are already where they belong.
    return `${indentLines(`\n${doc}`, "  ")}${doc === "" ? "  " : ""}${member}`;
  };
  // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of one.
  if (response.content.length === 0 || operation.method === "head") {
    return [write([`${ok}`, status, "undefined", ...(headers === undefined ? [] : [headers])])];
  }
  return response.content.map((mediaType) => {
    const place = placeOfBody(operation, response.status, mediaType);
    const body = emitBodyType(mediaType, "response", place, emission);
    return write([`${ok}`, status, body, headers ?? "object", toStringLiteral(mediaType.type)]);
  });
}

function emitHeaders(response: Response, operation: Operation, emission: Emission): readonly string[] {
  const name = emission.names.headers.get(placeOfHeaders(operation, response));
  if (name === undefined) return [];
  const members = response.headers.map((header) => indentLines(`\n${emitHeader(header, emission)}`, "  "));
  const doc = toDocComment([
    `The documented headers of a ${response.status} answer to \`${emission.names.methods.get(operation.id)}\`, as far as they came.`,
    "A browser hides those that the server does not expose to other origins.",
  ]);
  return [`${doc}export interface ${name} {${members.join("")}\n}\n`];
}

const typesOfHeaders: { readonly [kind in HeaderKind]: string } = {
  string: "string",
  number: "number",
  boolean: "boolean",
  list: "readonly string[]",
};

function emitHeader(header: ResponseHeader, { types }: Emission): string {
  const { name, deprecated, description, schema, example } = header;
  const [own, format] = describeSchema(types.follow(schema));
  const doc = toDocComment([description ?? own, format, describeTags({ deprecated, example })]);
  return `${doc}readonly ${toKey(name)}?:${spaced(typesOfHeaders[headerKind(header, types)])};`;
}
