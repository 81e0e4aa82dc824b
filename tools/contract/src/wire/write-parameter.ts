import { isJsonObject, type JsonValue, type Parameter } from "@specmill/spec";
import { bodyFormat } from "./wire-media-type.ts";
import {
  isList,
  isUndefined,
  percentEncode,
  percentEncodeAllowingReserved,
  toWireText,
} from "./wire-text.ts";

/** What of a parameter says how it travels. */
export type WireParameter = Pick<Parameter, "name" | "in" | "style" | "explode"> &
  Partial<Pick<Parameter, "allowReserved" | "mediaType">>;

/**
 * One parameter as the document says that it travels: OpenAPI 3.1.1, section 4.8.12, "Style Examples", which stands on
 * RFC 6570. What a style has no way to carry, such as a list in a list, is written as JSON.
 *
 * @returns the text of a header or of a template's expression; `name=value` pairs for a query, with `&` between them,
 *   and for a cookie, with `; ` between them; undefined where there is nothing to write
 */
export function writeParameter(parameter: WireParameter, value: JsonValue | undefined): string | undefined {
  const { name, style, explode, mediaType } = parameter;
  const key = encodeName(parameter, name);
  if (mediaType !== undefined) {
    if (value === undefined) return undefined;
    const text = encodeValue(
      parameter,
      bodyFormat(mediaType) === "json" ? JSON.stringify(value) : toWireText(value),
    );
    return parameter.in === "query" || parameter.in === "cookie" ? `${key}=${text}` : text;
  }
  if (isUndefined(value)) return undefined;
  const encode = (one: JsonValue) => encodeValue(parameter, toWireText(one));
  const members = isJsonObject(value) ? membersOf(value) : undefined;
  const items = isList(value) ? value.filter((item) => item !== null).map(encode) : undefined;
  const pairs = members?.map(([member, one]) => [encodeName(parameter, member), encode(one)] as const);
  const apart = items ?? pairs?.flat();
  const text = apart === undefined ? encode(value) : "";
  switch (style) {
    case "simple":
      return explode && pairs ? pairs.map(join).join(",") : (apart?.join(",") ?? text);
    case "label": {
      const exploded = items ?? pairs?.map(join);
      return `.${explode ? (exploded?.join(".") ?? text) : (apart?.join(",") ?? text)}`;
    }
    case "matrix": {
      const exploded = items?.map((item) => [key, item] as const) ?? pairs;
      return explode && exploded
        ? exploded.map((pair) => `;${joinUnlessEmpty(pair)}`).join("")
        : `;${joinUnlessEmpty([key, apart?.join(",") ?? text])}`;
    }
    case "deepObject":
      return pairs && members
        ? members
            .map(([member, one]) => join([encodeName(parameter, `${name}[${member}]`), encode(one)]))
            .join("&")
        : (items?.map((item) => join([key, item])).join("&") ?? join([key, text]));
    case "form":
    case "spaceDelimited":
    case "pipeDelimited": {
      const exploded = items?.map((item) => [key, item] as const) ?? pairs;
      if (explode && exploded) return exploded.map(join).join(parameter.in === "cookie" ? "; " : "&");
      return join([key, apart?.join(delimiters[style]) ?? text]);
    }
  }
}

const delimiters = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" } as const;

function membersOf(value: Readonly<Record<string, JsonValue>>): readonly (readonly [string, JsonValue])[] {
  return Object.entries(value).filter(([, member]) => member !== null);
}

function join([name, value]: readonly [string, string]): string {
  return `${name}=${value}`;
}

/** RFC 6570, section 3.2.7: no `=` before an empty value. */
function joinUnlessEmpty([name, value]: readonly [string, string]): string {
  return value === "" ? name : `${name}=${value}`;
}

/** A header has no percent-encoding of its own (OpenAPI 3.1.1, appendix D). */
function encodeName(parameter: WireParameter, name: string): string {
  return parameter.in === "header" ? name : percentEncode(name);
}

function encodeValue(parameter: WireParameter, text: string): string {
  if (parameter.in === "header") return text;
  return parameter.in === "query" && parameter.allowReserved === true
    ? percentEncodeAllowingReserved(text)
    : percentEncode(text);
}
