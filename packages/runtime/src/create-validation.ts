import { isJson } from "./is-json.ts";
import type { Drift, Issue, OperationSchemas, Validate, ValidationOptions } from "./validation-types.ts";

/**
 * Makes what a client checks bodies with.
 *
 * @param schemas - those of the document's operations
 */
export function createValidation(
  schemas: OperationSchemas,
  { onDrift, requests = "enforce", responses = "enforce" }: ValidationOptions = {},
): Validate {
  const tell = async (drift: Drift) => {
    try {
      await onDrift?.(drift);
    } catch {
      // Whoever listens has no say in the call.
    }
  };
  return (body, operation, mediaType, key, status) => {
    const known = schemas[operation];
    const schema = (key === undefined ? known?.body : known?.responses[key])?.[mediaType];
    const direction = key === undefined ? "request" : "response";
    const mode = direction === "request" ? requests : responses;
    if (mode === "off" || schema === undefined) return undefined;
    const travels = direction === "request" && isJson(mediaType);
    // As it travels: a date is a text by then, and what is undefined is gone.
    const value: unknown = travels ? JSON.parse(JSON.stringify(body)) : body;
    const result = schema["~standard"].validate(value);
    const issues = result.issues ?? result.notes ?? [];
    if (issues.length > 0) tell({ operation, direction, ...(status && { status }), mediaType, issues });
    if (mode === "observe" || result.issues === undefined) return undefined;
    return { issues, reason: describe(issues) };
  };
}

/** What a schema refused, in a line: where and why, and never a value. */
function describe(issues: readonly Issue[]): string {
  const texts = issues.slice(0, 3).map(({ path, message }) => `${path.join(".") || "it"} ${message}`);
  return `is not what its schema asks: ${texts.join("; ")}${issues.length > 3 ? "; and more" : ""}`;
}
