import type { Operation } from "../../src/operation.ts";

/** An operation that documents as little as it can, and what a test adds to it. */
export function describeOperation(given: Partial<Operation> = {}): Operation {
  return { id: "readThing", method: "GET", path: "/things", responses: { 200: [] }, ...given };
}
