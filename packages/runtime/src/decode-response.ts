import { discard } from "./discard.ts";
import { isJson } from "./is-json.ts";
import { matchStatus } from "./match-status.ts";
import type { Operation } from "./operation.ts";
import type { Documented, Undocumented } from "./outcome.ts";
import { readHeaders } from "./read-headers.ts";

/** What an answer says, in the words of an outcome; `fault` where it is not what the document says. */
export type Answer =
  | Pick<Documented<boolean, number | string, unknown, object, string | undefined>, DocumentedMember>
  | Pick<Undocumented, "ok" | "status" | "data">
  | { readonly fault: string };

type DocumentedMember = "ok" | "status" | "data" | "headers" | "mediaType";

/**
 * Reads the body of an answer as the document says it is: JSON, text, or else a `Blob`.
 *
 * @param parseJson - what reads JSON
 * @returns a fault where the body is of no documented media type, or is not what its media type says
 * @throws whatever the platform throws when the body breaks off
 */
export async function decodeResponse(
  operation: Operation,
  response: Response,
  parseJson: (text: string) => unknown = JSON.parse,
): Promise<Answer> {
  const key = matchStatus(operation, response.status);
  const type = response.headers.get("content-type") ?? "";
  const parseOr = (text: string, otherwise: unknown) => {
    try {
      return parseJson(text);
    } catch {
      return otherwise;
    }
  };
  if (key === undefined) {
    const text = await response.text();
    return { ok: false, status: "undocumented", data: isJson(type) ? parseOr(text, text) : text };
  }
  const answer = {
    ok: response.ok,
    status: Number(key) || key,
    headers: readHeaders(operation, key, response.headers),
  };
  const documented = operation.responses[key] ?? [];
  // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of it.
  if (documented.length === 0 || operation.method === "HEAD") {
    await discard(response);
    return { ...answer, data: undefined, mediaType: undefined };
  }
  const mediaType = findMediaType(documented, type);
  if (mediaType === undefined) {
    await discard(response);
    return { fault: `came as ${type || "?"}; documented is ${documented.join(", ")}` };
  }
  if (!isJson(mediaType)) {
    const data: unknown = await (/^text\//i.test(mediaType) ? response.text() : response.blob());
    return { ...answer, mediaType, data };
  }
  const data = parseOr(await response.text(), parseOr);
  return data === parseOr ? { fault: "is no JSON" } : Object.assign(answer, { mediaType, data });
}

/** The documented media type or range that covers the one that came: the most specific, as OpenAPI asks. */
function findMediaType(documented: readonly string[], actual: string): string | undefined {
  if (documented.includes(actual)) return actual;
  const got = essence(actual);
  const ranges = [got, got.replace(/[^/]*$/, "*"), "*/*"];
  return ranges.flatMap((range) => documented.find((type) => essence(type) === range) ?? [])[0];
}

function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}
