import { isJson } from "./is-json.ts";
import type { Parameter } from "./operation.ts";
import { isAbsent, isComposite, toText } from "./to-text.ts";

/**
 * Writes one parameter as its style and `explode` ask (OpenAPI 3.1.1, section 4.8.12, "Style Examples").
 *
 * What RFC 6570, section 2.3, calls undefined is left out: null, an empty list or object, members that are null.
 * JSON has a `null` of its own, so a parameter that travels as JSON keeps it.
 *
 * @returns the text for a path or a header; `name=value` for a query or a cookie, exploded ones joined; undefined
 *   where there is nothing to write
 * @throws TypeError when the value nests deeper than a style can carry
 * @throws URIError when it holds half of a surrogate pair
 */
export function serializeParameter(
  {
    name,
    in: location,
    style = location === "path" || location === "header" ? "simple" : "form",
    explode = style === "form",
    allowReserved,
    mediaType = "",
  }: Parameter,
  value: unknown,
): string | undefined {
  const lead = style === "matrix" ? ";" : style === "label" ? "." : "";
  const between = lead || (style === "simple" ? "," : location === "cookie" ? "; " : "&");
  const packed = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  const separate = explode || style === "deepObject";
  const encodeName = location === "header" ? String : encodeURIComponent;
  const encode = location === "query" && allowReserved ? encodeAllowingReserved : encodeName;
  // RFC 6570, section 3.2.7: in a path no `=` stands before an empty value.
  const assign = (key: string, text: string) => (style === "matrix" && !text ? key : `${key}=${text}`);
  const pair = (text: string) =>
    style === "simple" || style === "label" ? text : assign(encodeName(name), text);
  if (value !== undefined && isJson(mediaType)) return pair(encode(JSON.stringify(value)));
  // A single value is written as a list of one would be.
  const whole = isComposite(value) ? value : [value];
  const members = Object.entries(whole)
    .filter(([, member]) => !isAbsent(member))
    .map(([key, member]) => {
      const text = encode(toText(member));
      if (Array.isArray(whole)) return separate ? pair(text) : text;
      const path = encodeName(style === "deepObject" ? `${name}[${key}]` : key);
      return separate ? assign(path, text) : path + packed + text;
    });
  if (members.length === 0) return undefined;
  return lead + (separate ? members.join(between) : pair(members.join(packed)));
}

function encodeAllowingReserved(text: string): string {
  // `#`, `&` and `+` stay escaped: they would end the value or change it.
  return encodeURIComponent(text).replace(/%(3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent);
}
