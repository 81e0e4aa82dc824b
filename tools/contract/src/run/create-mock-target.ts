import { type MockRequest, type ServedDocument, serveDocument } from "@specmill/mock";
import type { JsonObject } from "@specmill/spec";
import type { Target, WireRequest, WireResponse } from "../wire/exchange.ts";

/** The mock of a document as a target, in this process and without a socket. */
export function createMockTarget({ answer }: ServedDocument): Target {
  return {
    kind: "mock",
    send: async (request) => {
      const { status, headers, body } = await answer(toMockRequest(request));
      return { status, headers: lowerNames(headers), body: body ?? "" } satisfies WireResponse;
    },
  };
}

/** Serves a document that has been changed; a document that the mock refuses gives the reason. */
export async function serveChanged(
  document: JsonObject,
): Promise<
  { readonly kind: "served"; readonly target: Target } | { readonly kind: "refused"; readonly reason: string }
> {
  const served = await serveDocument(document);
  if (served.kind === "served") return { kind: "served", target: createMockTarget(served) };
  return { kind: "refused", reason: served.faults[0]?.message ?? "the mock refuses the document" };
}

const encoder = new TextEncoder();

function toMockRequest({ method, target, headers, body }: WireRequest): MockRequest {
  const bytes = encoder.encode(body ?? "");
  return {
    method,
    target,
    headers: { ...headers, ...(body === undefined ? {} : { "content-length": String(bytes.byteLength) }) },
    body: bytes,
  };
}

function lowerNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
