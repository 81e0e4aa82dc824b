import type { Operation, Response } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { emitBodyType, operationType } from "./emit-body-type.ts";
import type { Imports } from "./imports.ts";
import { toStringLiteral } from "./literals.ts";

/** `…Result` of an operation: a member for each documented response, and the failures that every call can have. */
export function emitResult(operation: Operation, names: ClientNames, imports: Imports): string {
  const type = names.types.get(operation.id);
  const members = operation.responses.flatMap((response) =>
    outcomesOf(response, operation).map((ok) => {
      const body = emitResponseBody(response, operation, names, imports);
      const status =
        /^\d/.test(response.status) && !response.status.endsWith("XX")
          ? response.status
          : toStringLiteral(response.status);
      const doc = toDocComment([response.description], "  ");
      const documented = imports.type("Documented", "@specmill/runtime");
      return `${doc}  | ${documented}<${ok}, ${status}, ${body}>\n`;
    }),
  );
  const failure = `  | ${imports.type("Failure", "@specmill/runtime")}`;
  const doc = toDocComment([`How a call of \`${names.methods.get(operation.id)}\` can end.`]);
  return `${doc}export type ${type}Result =\n${members.join("")}${failure};\n`;
}

/** The values that `ok` can have for a documented response; the runtime's `matchStatus` draws the same line. */
function outcomesOf({ status }: Response, { responses }: Operation): readonly boolean[] {
  if (status !== "default") return [status.startsWith("2")];
  return responses.some((response) => response.status.startsWith("2")) ? [false] : [true, false];
}

function emitResponseBody(
  response: Response,
  operation: Operation,
  names: ClientNames,
  imports: Imports,
): string {
  // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of one.
  if (response.content.length === 0 || operation.method === "head") return "undefined";
  const key = /^\d+$/.test(response.status) ? response.status : toStringLiteral(response.status);
  const content = () => `${operationType(operation, imports)}["responses"][${key}]["content"]`;
  const types = response.content.map((mediaType) =>
    emitBodyType(mediaType, "response", names, imports, content),
  );
  return [...new Set(types)].join(" | ");
}
