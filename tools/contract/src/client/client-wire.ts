import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { boundary, type Part, writeMultipart } from "../wire/wire-multipart.ts";

/** Where a client under test is told that its API answers; nobody ever asks that host. */
export const contractUrl = "http://contract.invalid";

/** A platform's request as plain data; a multipart body with the boundary that never changes. */
export async function toWireRequest(request: Request): Promise<WireRequest> {
  const { pathname, search } = new URL(request.url);
  const type = request.headers.get("content-type") ?? "";
  const headers = Object.fromEntries(request.headers);
  const base = { method: request.method, target: `${pathname}${search}` };
  if (!/^multipart\/form-data/i.test(type)) {
    const body = await request.text();
    return { ...base, headers, ...(body !== "" && { body }) };
  }
  const parts = await Promise.all(
    [...(await request.formData())].map(([name, value]) => toPart(name, value)),
  );
  const settled = type.replace(/boundary=.*$/i, `boundary=${boundary}`);
  return { ...base, headers: { ...headers, "content-type": settled }, body: writeMultipart(parts) };
}

async function toPart(name: string, value: string | File): Promise<Part> {
  if (typeof value === "string") return { name, text: value };
  const text = await value.text();
  return { name, text, fileName: value.name, ...(value.type !== "" && { contentType: value.type }) };
}

/**
 * What a client gets of an answer.
 *
 * @throws RangeError for a status that the platform shows to nobody, such as 103
 */
export function toResponse({ status, headers, body }: WireResponse): Response {
  // Fetch, section 2.2.3: these have no body, and the platform refuses one.
  const isBare = status === 204 || status === 205 || status === 304;
  return new Response(isBare ? null : Buffer.from(body, "utf8"), { status, headers });
}
