import type { Arguments, Operation } from "./operation.ts";

/** A body as it travels. */
export interface Body {
  readonly content?: BodyInit;
  /** Absent where there is no body, and for multipart: only the platform knows the boundary. */
  readonly mediaType?: string;
}

/**
 * Writes the body that the caller gave in the media type that it names, or else in the first of the document.
 *
 * @throws TypeError when the value cannot be written as JSON
 */
export function buildBody(
  { requestBody }: Operation,
  { body, contentType = requestBody?.[0] ?? "" }: Arguments,
): Body {
  if (body === undefined) return {};
  if (isJson(contentType)) return { content: JSON.stringify(body), mediaType: contentType };
  const multipart = /^multipart\//i.test(contentType);
  const content = isPlain(body) ? buildForm(body, multipart ? new FormData() : new URLSearchParams()) : body;
  return { content: content as BodyInit, ...(!multipart && { mediaType: contentType }) };
}

/** Whether a media type holds JSON: `application/json` or a `+json` type (RFC 6839, section 3.1). */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

function buildForm(body: object, form: FormData | URLSearchParams): BodyInit {
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined) continue;
      if (item instanceof Blob && form instanceof FormData) form.append(name, item);
      else form.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
  }
  return form;
}

function isPlain(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}
