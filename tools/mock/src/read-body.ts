import type { IncomingMessage } from "node:http";

export type ReadResult =
  | { readonly kind: "read"; readonly body: Uint8Array }
  | { readonly kind: "too-large" }
  /** The client has gone; there is nobody to answer. */
  | { readonly kind: "hung-up" };

/**
 * Reads a request's body to its end. Keeps at most `limit` bytes: of a larger body it lets go at once, and the
 * rest is read and dropped, since a client that is cut off while it sends never reads the answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadResult> {
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  if (length === undefined && coding === undefined) {
    return Promise.resolve({ kind: "read", body: new Uint8Array() });
  }
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: ReadResult) => {
      chunks = [];
      resolve(result);
    };
    const refuse = () => {
      request.off("data", keep).resume();
      finish({ kind: "too-large" });
    };
    const keep = (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limit) refuse();
      else chunks.push(chunk);
    };
    // Also after the body has been refused: an error that nobody listens to would end the process.
    request.on("error", () => finish({ kind: "hung-up" }));
    request.on("close", () => finish({ kind: "hung-up" }));
    if (Number(length) > limit) return refuse();
    request.on("data", keep);
    request.on("end", () => finish({ kind: "read", body: Buffer.concat(chunks) }));
  });
}
