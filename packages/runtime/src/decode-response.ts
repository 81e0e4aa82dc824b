import { isJson } from "./build-body.ts";
import { isSuccess, matchStatus } from "./match-status.ts";
import type { Operation } from "./operation.ts";
import type { Documented, InvalidResponse, Undocumented } from "./outcome.ts";

type Decoded = Documented<boolean, number | string, unknown> | Undocumented | InvalidResponse;

/**
 * Reads the body of an answer as the document says it is.
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
  if (documented.length === 0) {
    await response.body?.cancel();
    return { ...answer, data: undefined };
  }
  if (!documented.some((mediaType) => covers(mediaType, type))) {
    await response.body?.cancel();
    return invalid(response, `came as ${type || "no media type"}; documented is ${documented.join(", ")}`);
  }
  if (!isJson(type))
    return { ...answer, data: await (/^text\//i.test(type) ? response.text() : response.blob()) };
  const data = parseOr(await response.text(), invalid);
  return data === invalid ? invalid(response, "is not the JSON that it says it is") : { ...answer, data };
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

/** Whether a documented media type or range, such as `text/*`, covers the one that came. */
function covers(documented: string, actual: string): boolean {
  const [want = "", got = ""] = [documented, actual].map((type) =>
    type.split(";", 1)[0]?.trim().toLowerCase(),
  );
  return want === got || want === "*/*" || (want.endsWith("/*") && got.startsWith(want.slice(0, -1)));
}
