import type { Operation } from "./operation.ts";

/** What may be told of a call anywhere: the same object through all of its events and in its outcome. */
export interface CallSummary {
  /** The document's `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** Where it goes, without credentials and sensitive values; the path template where no URL could be made. */
  url: string;
}

/** What may be told of a call whose URL is not known yet. */
export function summarize({ id, method, path }: Operation): CallSummary {
  return { operation: id, method, url: path };
}
