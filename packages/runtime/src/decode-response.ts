import { isJson } from "./is-json.ts";
import { isSuccess, matchStatus } from "./match-status.ts";
import type { Operation } from "./operation.ts";
import type { Documented, InvalidResponse, Undocumented } from "./outcome.ts";

type Decoded = Documented<boolean, number | string, unknown> | Undocumented | InvalidResponse;

/**
 * Reads the body of an answer as the document says it is: JSON, text, or else a `Blob`.
 *
 * @returns `invalid-response` where the body is of no documented media type, or is not what its media type says
 * @throws whatever the platform throws when the body breaks off
 */
export async function decodeResponse(operation: Operation, response: Response): Promise<Decoded> {
  const key = matchStatus(operation, response.status);
  const type = response.headers.get("content-type") ?? "";
  if (key === undefined) {
    const text = await response.text();
    return { ok: false, status: "undocumented", data: isJson(type) ? parseOr(text, text) : text, response };
  }
  const answer = { ok: isSuccess(response.status), status: Number(key) || key, response };
  const documented = operation.responses[key] ?? [];
  // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of it.
  if (documented.length === 0 || operation.method === "HEAD") {
    await response.body?.cancel();
    return { ...answer, data: undefined };
  }
  const mediaType = findMediaType(documented, type);
  if (mediaType === undefined) {
    await response.body?.cancel();
    return invalid(response, `came as ${type || "no media type"}; documented is ${documented.join(", ")}`);
  }
  if (!isJson(mediaType)) {
    return { ...answer, data: await (/^text\//i.test(mediaType) ? response.text() : response.blob()) };
  }
  const data = parseOr(await response.text(), invalid);
  return data === invalid ? invalid(response, "is no JSON") : { ...answer, data };
}

function invalid(response: Response, fault: string): InvalidResponse {
  const error = new Error(`the body of the ${response.status} answer ${fault}`);
  return { ok: false, status: "invalid-response", error, response };
}

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

/** The documented media type or range that covers the one that came: the most specific, as OpenAPI asks. */
function findMediaType(documented: readonly string[], actual: string): string | undefined {
  const got = essence(actual);
  const ranges = [got, got.replace(/[^/]*$/, "*"), "*/*"];
  return ranges.flatMap((range) => documented.find((type) => essence(type) === range) ?? [])[0];
}

function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}
