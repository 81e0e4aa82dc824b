import { createOracle, type Oracle } from "@specmill/oracle";
import { type Api, buildModel, type JsonObject } from "@specmill/spec";
import type { readRequest } from "../wire/read-request.ts";
import type { Reading } from "../wire/wire-schema.ts";

/** What it takes to hold an exchange against a document. */
export interface DriftContext {
  readonly document: JsonObject;
  readonly api: Api;
  readonly oracle: Oracle;
  readonly readRequest: typeof readRequest;
  /** The whole document, where schemas are looked for. */
  readonly reading: Reading;
}

export function createDriftContext(document: JsonObject, read: typeof readRequest): DriftContext {
  const oracle = createOracle(document);
  return {
    document,
    api: buildModel(document),
    oracle,
    readRequest: read,
    reading: {
      document,
      isAllowed: (pointer, value) =>
        oracle.explain(pointer, "request") === undefined && oracle.allows(pointer, "request", value),
    },
  };
}
