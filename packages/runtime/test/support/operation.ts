import type { Operation } from "../../src/operation.ts";

/** An operation that documents as little as it can, and what a test adds to it. */
export function describeOperation(given: Partial<Operation> = {}): Operation {
  const { responses = { 200: [] } } = given;
  // As the generator writes it.
  const accept = [...new Set(Object.values(responses).flat())].join(", ");
  return { id: "readThing", method: "GET", path: "/things", ...(accept && { accept }), responses, ...given };
}
