import { isJson } from "./is-json.ts";
import type { Arguments, Operation } from "./operation.ts";
import { isAbsent, isComposite, toText } from "./to-text.ts";

/** A body as it travels. */
export interface Body {
  readonly content?: BodyInit;
  /** Absent where only the platform knows it: multipart has a boundary, and a range such as `image/*` names no type. */
  readonly mediaType?: string;
}

/**
 * Writes the body that the caller gave in the media type that it names, or else in the first of the document.
 *
 * @throws TypeError when the value cannot be written as JSON, or is an object and the media type is no JSON and no form
 */
export function buildBody(
  { requestBody }: Operation,
  { body, contentType = requestBody?.[0] ?? "" }: Arguments,
): Body {
  if (body === undefined) return {};
  if (isJson(contentType)) return { content: JSON.stringify(body), mediaType: contentType };
  const content = isPlain(body) ? fillForm(createForm(contentType), body) : body;
  const named = !/^multipart\/|\*/i.test(contentType);
  return { content: content as BodyInit, ...(named && { mediaType: contentType }) };
}

function createForm(contentType: string): FormData | URLSearchParams {
  if (/^multipart\//i.test(contentType)) return new FormData();
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return new URLSearchParams();
  throw new TypeError(`a body of ${contentType} is text or bytes, not an object`);
}

function fillForm(form: FormData | URLSearchParams, body: object): FormData | URLSearchParams {
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (isAbsent(item)) continue;
      if (item instanceof Blob && form instanceof FormData) form.append(name, item);
      else if (isComposite(item)) form.append(name, JSON.stringify(item));
      else form.append(name, toText(item));
    }
  }
  return form;
}

function isPlain(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}
