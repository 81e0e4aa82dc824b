import { type Encoding, isJsonObject, type JsonValue, type MediaType } from "@specmill/spec";
import { bodyFormat, concreteType, essenceOf } from "./wire-media-type.ts";
import { boundary, type Part, writeMultipart } from "./wire-multipart.ts";
import { isList, ownMember, percentEncode, toWireText } from "./wire-text.ts";
import { writeParameter } from "./write-parameter.ts";

/** A body as it travels, and the `Content-Type` that goes with it. */
export interface WireBody {
  readonly body: string;
  readonly contentType: string;
}

/**
 * A body as the document says that it travels: JSON, a form (OpenAPI 3.1.1, section 4.8.15, and RFC 1866), parts
 * (RFC 7578), or for any other media type the text itself.
 */
export function writeBody(
  { type, encoding = {} }: Pick<MediaType, "type" | "encoding">,
  value: JsonValue,
): WireBody {
  const contentType = concreteType(type);
  const members = isJsonObject(value) ? Object.entries(value) : undefined;
  const format = bodyFormat(contentType);
  if (format === "form" && members) {
    const pairs = members.flatMap(([name, member]) => writeField(name, member, ownMember(encoding, name)));
    return { contentType, body: pairs.join("&") };
  }
  if (format === "multipart" && members) {
    const parts = members.flatMap(([name, member]) => writeParts(name, member, ownMember(encoding, name)));
    return { contentType: `${essenceOf(contentType)}; boundary=${boundary}`, body: writeMultipart(parts) };
  }
  return { contentType, body: format === "json" ? JSON.stringify(value) : toWireText(value) };
}

/** Whether a member of a form travels by a style, as a query parameter does, and not by its media type. */
export function hasStyle(encoding: Encoding | undefined): encoding is Encoding {
  return encoding?.style !== undefined || encoding?.explode !== undefined;
}

/** How a member of a form travels that has a style, in the words of a parameter. */
export function toFieldParameter(name: string, { style = "form", explode = style === "form" }: Encoding) {
  return { name, in: "query", style, explode } as const;
}

function writeField(name: string, value: JsonValue, encoding: Encoding | undefined): readonly string[] {
  if (hasStyle(encoding)) return [writeParameter(toFieldParameter(name, encoding), value) ?? []].flat();
  return itemsOf(value).map((item) => `${percentEncode(name)}=${percentEncode(toWireText(item))}`);
}

function writeParts(name: string, value: JsonValue, encoding: Encoding | undefined): readonly Part[] {
  const [named] = (encoding?.contentType ?? "").split(",");
  return itemsOf(value).map((item) => {
    const contentType = named || (typeof item === "object" ? "application/json" : undefined);
    return {
      name,
      text: toWireText(item),
      ...(contentType !== undefined && { contentType: contentType.trim() }),
    };
  });
}

/** Each item of a list is a field or part of its own. */
function itemsOf(value: JsonValue): readonly JsonValue[] {
  return (isList(value) ? value : [value]).filter((item) => item !== null);
}
