import type { MediaType, Operation } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import type { Imports } from "./imports.ts";
import { toStringLiteral } from "./literals.ts";

/** The member of `operations` that holds an operation's types; openapi-typescript writes `/` for `#` in its name. */
export function operationType({ id }: Operation, imports: Imports): string {
  return `${imports.type("operations", "./types.js")}[${toStringLiteral(id.replaceAll("#", "/"))}]`;
}

/**
 * The type of a body as the caller gives it or gets it: what the document says of JSON and of forms, otherwise text
 * or bytes.
 *
 * @param content - the type whose members are the media types, asked for only where the body has no name of its own
 */
export function emitBodyType(
  { type, schema }: MediaType,
  direction: "request" | "response",
  names: ClientNames,
  imports: Imports,
  content: () => string,
): string {
  const described = /[/+]json\s*(;|$)/i.test(type) || (direction === "request" && /form/i.test(type));
  if (described) {
    const model = schema === undefined ? undefined : names.schemas.get(schema);
    if (model !== undefined) return `${imports.namespace("models", "./models.js")}.${model}`;
    return `${content()}[${toStringLiteral(type)}]`;
  }
  if (/^text\//i.test(type)) return "string";
  return direction === "request" ? "string | Blob | BufferSource" : "Blob";
}
