import type { Parameter } from "./operation.ts";

/**
 * Writes one parameter as its style and `explode` ask (OpenAPI 3.1, section 4.8.12.3, "Style Examples").
 *
 * @param encode - how names and values are escaped where they land
 * @returns the text for a path or a header; `name=value` for a query or a cookie, exploded ones joined
 * @throws TypeError when the value nests deeper than a style can carry
 */
export function serializeParameter(
  { name, in: location, style = defaultStyle(location), explode = style === "form", mediaType }: Parameter,
  value: unknown,
  encode: (text: string) => string,
): string {
  const lead = { matrix: ";", label: "." }[style as string] ?? "";
  const between =
    { matrix: ";", label: ".", simple: "," }[style as string] ?? (location === "cookie" ? "; " : "&");
  const packed = { spaceDelimited: "%20", pipeDelimited: "%7C" }[style as string] ?? ",";
  const text = (item: unknown) => encode(toText(item));
  const pair = (item: string) => (style === "simple" || style === "label" ? item : `${encode(name)}=${item}`);
  if (mediaType !== undefined) return pair(encode(JSON.stringify(value)));
  if (typeof value !== "object" || value === null || value instanceof Date) return lead + pair(text(value));
  if (Array.isArray(value)) {
    const items = value.map(text);
    return lead + (explode ? items.map(pair).join(between) : pair(items.join(packed)));
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const pairs = members.map(([key, member]) => [
    encode(style === "deepObject" ? `${name}[${key}]` : key),
    text(member),
  ]);
  if (explode || style === "deepObject") return lead + pairs.map((both) => both.join("=")).join(between);
  return lead + pair(pairs.flat().join(packed));
}

function defaultStyle(location: Parameter["in"]): "simple" | "form" {
  return location === "path" || location === "header" ? "simple" : "form";
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null)
    throw new TypeError("a value nests deeper than its style can carry");
  return String(value);
}
