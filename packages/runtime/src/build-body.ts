import { isJson } from "./is-json.ts";
import type { MemberEncoding, Operation } from "./operation.ts";
import { serializeParameter } from "./serialize-parameter.ts";
import { isAbsent, isPlain, toText } from "./to-text.ts";

/** A body as it travels. */
export interface Body {
  readonly content?: BodyInit;
  /** Absent where only the platform knows it: multipart has a boundary, and a range such as `image/*` names no type. */
  readonly mediaType?: string;
}

/**
 * Writes the body that the caller gave.
 *
 * @param contentType - a media type of the document
 *
 * @throws TypeError when the value cannot be written as JSON, or is an object and the media type is no JSON and no form
 */
export function buildBody({ encoding = {} }: Operation, body: unknown, contentType: string): Body {
  if (body === undefined) return {};
  if (isJson(contentType)) return { content: JSON.stringify(body), mediaType: contentType };
  const named = !/^multipart\/|\*/i.test(contentType) && { mediaType: contentType };
  if (!isPlain(body)) return { content: body as BodyInit, ...named };
  const form = createForm(contentType);
  for (const [name, value] of Object.entries(body)) fill(form, name, value, encoding[contentType]?.[name]);
  return { content: form, ...named };
}

function createForm(contentType: string): FormData | URLSearchParams {
  if (/^multipart\//i.test(contentType)) return new FormData();
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return new URLSearchParams();
  throw new TypeError(`an object is no body of ${contentType}`);
}

function fill(
  form: FormData | URLSearchParams,
  name: string,
  value: unknown,
  { contentType = "", ...style }: MemberEncoding = {},
): void {
  if (form instanceof URLSearchParams && Object.keys(style).length > 0) {
    const written = serializeParameter({ name, in: "query", ...style }, value) ?? "";
    for (const [key, text] of new URLSearchParams(written)) form.append(key, text);
    return;
  }
  const type = form instanceof FormData ? contentType.split(",")[0] : "";
  for (const item of Array.isArray(value) ? value : [value]) {
    if (isAbsent(item)) continue;
    const isFile = item instanceof Blob && form instanceof FormData;
    const isData = isPlain(item) || Array.isArray(item);
    const text = isFile ? "" : isData ? JSON.stringify(item) : toText(item);
    // A part has a media type only where it is a file.
    if (isFile) form.append(name, item.type || !type ? item : new Blob([item], { type }));
    else if (type && !/^text\/plain/i.test(type)) (form as FormData).append(name, new Blob([text], { type }));
    else form.append(name, text);
  }
}
