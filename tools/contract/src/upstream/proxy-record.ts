import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import type { Exchange } from "../wire/exchange.ts";
import { type RawHeaders, toRecord } from "./proxy-headers.ts";

/** What went through a proxy. */
export interface PassedExchange extends Exchange {
  /** Whose body is not known: it was too long, broke off, or is coded in an unknown way. */
  readonly unread: readonly Side[];
}

type Side = "request" | "response";

/** One message as it passed. */
export interface PassedMessage {
  readonly headers: RawHeaders;
  readonly body: PassedBody;
}

/** Undefined where it was too long to keep, or broke off. */
export type PassedBody = () => Buffer | undefined;

/** Bytes of a body that are kept; longer ones are passed all the same. */
const recordLimit = 1024 * 1024;
/** What a short body may become when it is unpacked. */
const unpackedLimit = 10 * recordLimit;

/** Keeps a copy of what a stream carries to whoever else reads it. */
export function recordBody(stream: Readable): PassedBody {
  let chunks: Buffer[] = [];
  let size = 0;
  let isWhole = false;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > recordLimit) chunks = [];
    else chunks.push(chunk);
  });
  stream.on("end", () => {
    isWhole = true;
  });
  return () => (isWhole && size <= recordLimit ? Buffer.concat(chunks) : undefined);
}

/** Makes plain data of what passed; bodies are unpacked for it, and for it alone. */
export async function toExchange(
  request: PassedMessage & { readonly method: string; readonly target: string },
  response: PassedMessage & { readonly status: number },
): Promise<PassedExchange> {
  const [sent, received] = await Promise.all([readMessage(request), readMessage(response)]);
  return {
    request: {
      method: request.method,
      target: request.target,
      headers: toRecord(request.headers),
      ...(sent === undefined || sent === "" ? {} : { body: sent }),
    },
    response: { status: response.status, headers: toRecord(response.headers), body: received ?? "" },
    unread: [
      ...(sent === undefined ? (["request"] as const) : []),
      ...(received === undefined ? (["response"] as const) : []),
    ],
  };
}

async function readMessage({ headers, body }: PassedMessage): Promise<string | undefined> {
  const bytes = body();
  if (bytes === undefined || bytes.byteLength === 0) return bytes?.toString();
  const codings = (toRecord(headers)["content-encoding"] ?? "")
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  try {
    let unpacked = bytes;
    for (const coding of codings.reverse()) unpacked = await unpack(coding, unpacked);
    return unpacked.toString();
  } catch {
    return undefined;
  }
}

const options = { maxOutputLength: unpackedLimit };

/** RFC 9110, section 8.4.1; what many call `deflate` lacks the frame that the RFC asks for. */
async function unpack(coding: string, bytes: Buffer): Promise<Buffer> {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return promisify(gunzip)(bytes, options);
    case "br":
      return promisify(brotliDecompress)(bytes, options);
    case "deflate":
      return promisify(inflate)(bytes, options).catch(() => promisify(inflateRaw)(bytes, options));
    default:
      throw new Error(`${coding} is not known.`);
  }
}
