import type { Response } from "@specmill/spec";
import { matchRanges, type RangeMatch } from "./match-ranges.ts";

/** Pairs the responses of an operation by status; ranges and `default` stand for what they cover. */
export function matchResponses(base: readonly Response[], head: readonly Response[]): RangeMatch<Response> {
  return matchRanges(sortSpecial(base), sortSpecial(head), {
    keyOf: ({ status }) => status,
    covers: coversResponse,
  });
}

/**
 * Whether `general` describes the answers of `special` too. Beside a response that tells of success, `default` is for
 * errors alone (OpenAPI 3.1, section 4.8.16).
 */
export function coversResponse(general: Response, special: Response, all: readonly Response[]): boolean {
  if (general.status === special.status || special.status === "default") return false;
  if (general.status === "default") return isError(special) || !all.some(tellsSuccess);
  return general.status.endsWith("XX") && general.status[0] === special.status[0];
}

/** Whether a response tells of a failure, as `default` does unless it is the only one to tell of success. */
export function isError({ status }: Response, all: readonly Response[] = []): boolean {
  return status === "default" ? all.some(tellsSuccess) : /^[45]/.test(status);
}

function tellsSuccess({ status }: Response): boolean {
  return status.startsWith("2");
}

function sortSpecial(responses: readonly Response[]): readonly Response[] {
  const generality = ({ status }: Response) => (status === "default" ? 2 : status.endsWith("XX") ? 1 : 0);
  return [...responses].sort((one, other) => generality(one) - generality(other));
}
