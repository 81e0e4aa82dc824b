import type { HeaderKind, Operation } from "./operation.ts";

/**
 * The documented headers of an answer, read as the document says of each. One that did not come, or is not what it
 * should be, is left out.
 *
 * @param status - as the document writes it
 */
export function readHeaders(operation: Operation, status: string, headers: Headers): object {
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(operation.headers?.[status] ?? {})) {
    const text = headers.get(name);
    const value = text === null ? undefined : read[kind](text.trim());
    if (value !== undefined) values[name] = value;
  }
  return values;
}

const read: { readonly [Kind in HeaderKind]: (text: string) => unknown } = {
  string: String,
  number: (text) => (text === "" || Number.isNaN(Number(text)) ? undefined : Number(text)),
  boolean: (text) => (/^(true|false)$/.test(text) ? text === "true" : undefined),
  list: (text) => text.split(/\s*,\s*/),
};
