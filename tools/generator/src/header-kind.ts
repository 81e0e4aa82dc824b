import type { Operation, ResponseHeader } from "@specmill/spec";
import type { TypeEmitter } from "./emit-type.ts";

/** As what the runtime reads a header: the type of its value. */
export type HeaderKind = "string" | "number" | "boolean" | "list";

/** The kind of a response header by its schema; whatever is neither a scalar nor a list stays the text that it is. */
export function headerKind({ schema }: ResponseHeader, types: TypeEmitter): HeaderKind {
  const { type } = types.follow(schema);
  const [only, ...more] = Array.isArray(type) ? type.filter((each) => each !== "null") : [type];
  if (more.length > 0) return "string";
  if (only === "integer" || only === "number") return "number";
  if (only === "boolean") return "boolean";
  return only === "array" ? "list" : "string";
}

/** The kinds of the headers of an operation by status and name; undefined where no response has any. */
export function headerKinds({ responses }: Operation, types: TypeEmitter) {
  const told = responses.filter(({ headers }) => headers.length > 0);
  if (told.length === 0) return undefined;
  return Object.fromEntries(
    told.map(({ status, headers }) => [
      status,
      Object.fromEntries(headers.map((header) => [header.name, headerKind(header, types)])),
    ]),
  );
}
