import { isJson } from "./is-json.ts";

/** A request that came. */
export interface TestRequest<Id extends string = string> {
  /** The operation that it is for; undefined where it matches none. */
  readonly operation: Id | undefined;
  readonly method: string;
  readonly url: string;
  /** By the names of the path template, decoded. */
  readonly pathParameters: { readonly [name: string]: string };
  /** By name in lower case. */
  readonly headers: { readonly [name: string]: string };
  /**
   * JSON parsed, the `[name, value]` pairs of a form, text, or the bytes of anything else; undefined where nothing
   * was sent.
   */
  readonly body: unknown;
  /** Why it got no answer, where the test has to be mended and not what it tests. */
  readonly error?: Error;
}

/** Reads what a request carries; a body that is not what its media type says is read as text. */
export async function readRequestBody(request: Request): Promise<unknown> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return undefined;
  const type = request.headers.get("content-type") ?? "";
  const text = () => new TextDecoder().decode(bytes);
  try {
    if (isJson(type)) return JSON.parse(text());
    if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) {
      return [...(await new Response(bytes, { headers: { "content-type": type } }).formData())];
    }
  } catch {
    return text();
  }
  return /^text\/|[/+]xml\s*(;|$)/i.test(type) ? text() : bytes;
}
