import { isJson, parseMediaType } from "./media-type.ts";

export type SerializedBody =
  | { readonly kind: "written"; readonly text: string | undefined }
  /** A list or an object in a media type that has no one way to write it. */
  | { readonly kind: "unwritable" };

/**
 * Writes the value that a response has as its media type wants it: JSON, XML below one root element `xml` as
 * Prism writes it, or plain text.
 *
 * @param value - a JSON value; undefined for no content
 */
export function serializeBody(value: unknown, contentType: string | undefined): SerializedBody {
  if (value === undefined) return { kind: "written", text: undefined };
  const mediaType = contentType === undefined ? undefined : parseMediaType(contentType);
  if (mediaType !== undefined && isJson(mediaType)) return { kind: "written", text: JSON.stringify(value) };
  if (typeof value === "string") return { kind: "written", text: value };
  if (mediaType !== undefined && /^[^/]+\/(?:.+\+)?xml$/.test(mediaType.essence)) {
    return { kind: "written", text: writeElement("xml", value) };
  }
  // A vendor's own type for what it describes by a schema is JSON under another name.
  if (mediaType !== undefined && /^application\/vnd\./.test(mediaType.essence)) {
    return { kind: "written", text: JSON.stringify(value) };
  }
  return typeof value === "object" ? { kind: "unwritable" } : { kind: "written", text: String(value) };
}

function writeElement(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => writeElement(name, item)).join("");
  return `<${name}>${writeContent(value)}</${name}>`;
}

function writeContent(value: unknown): string {
  if (value === null) return "";
  if (typeof value !== "object") return escapeText(String(value));
  return Object.entries(value)
    .map(([name, member]) => writeElement(name, member))
    .join("");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
