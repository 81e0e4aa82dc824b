import type { Pair } from "./wire-target.ts";
import { formDecode, percentDecode } from "./wire-text.ts";
import type { WireParameter } from "./write-parameter.ts";

/** A value as it stands on the wire: texts, decoded, of which nobody has said yet what they are. */
export type WireValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [name: string, text: string])[] }
  /** It is not of the parameter's style. */
  | { readonly kind: "broken"; readonly reason: string };

/** What a style can carry. */
export type WireShape = Exclude<WireValue["kind"], "broken">;

/** Where a value is looked for: one text of a path or a header, or the pairs of a query, a cookie or a form. */
export type WireSource =
  | { readonly kind: "text"; readonly text: string | undefined }
  | {
      readonly kind: "pairs";
      readonly pairs: readonly Pair[];
      /** Whether a name can be that of a member, where those of an object stand side by side with the rest. */
      readonly isMember: (name: string) => boolean;
    };

/**
 * Takes a value apart by the parameter's style and `explode` (OpenAPI 3.1.1, section 4.8.12, "Style Examples"), as if
 * it had the given shape; what it was, the wire does not tell.
 *
 * @returns undefined where there is none
 */
export function readStyle(
  parameter: WireParameter,
  source: WireSource,
  shape: WireShape,
): WireValue | undefined {
  const wire =
    source.kind === "pairs" ? readPairsOf(parameter, source, shape) : readText(parameter, source.text, shape);
  if (wire?.kind !== "object") return wire;
  const names = new Set(wire.members.map(([name]) => name));
  return names.size < wire.members.length ? broken("names a member twice") : wire;
}

function readText(
  parameter: WireParameter,
  whole: string | undefined,
  shape: WireShape,
): WireValue | undefined {
  if (whole === undefined) return undefined;
  const { name, style, explode } = parameter;
  const decode = decoderOf(parameter);
  const lead = style === "label" ? "." : style === "matrix" ? ";" : "";
  if (!whole.startsWith(lead)) return broken(`does not start with "${lead}"`);
  const text = whole.slice(lead.length);
  if (parameter.mediaType !== undefined) return { kind: "text", text: decode(text) };
  const apart = text.split(style === "label" ? "." : style === "matrix" ? ";" : ",");
  if (style === "matrix" && !(explode && shape === "object")) {
    const values = apart.map((part) => valueAfter(part, name));
    const found = values.filter((value) => value !== undefined);
    if (found.length < values.length) return broken(`is not ";${name}=…"`);
    if (explode && shape === "list") return { kind: "list", items: found.map(decode) };
    const [only = "", ...others] = found;
    return others.length > 0 ? broken("stands there more than once") : split(only, ",", shape, decode);
  }
  if (!explode) return split(text, ",", shape, decode);
  switch (shape) {
    case "text":
      return { kind: "text", text: decode(text) };
    case "list":
      return { kind: "list", items: apart.map(decode) };
    case "object": {
      const members = apart.map((part) => part.split("=").map(decode));
      if (members.every((pair) => pair.length === 1)) return broken("names no members");
      return {
        kind: "object",
        members: members.map(([key = "", ...value]) => [key, value.join("=")] as const),
      };
    }
  }
}

function readPairsOf(
  parameter: WireParameter,
  { pairs, isMember }: Extract<WireSource, { readonly kind: "pairs" }>,
  shape: WireShape,
): WireValue | undefined {
  const { name, style, explode } = parameter;
  const decode = decoderOf(parameter);
  const decoded = (found: readonly Pair[], toKey: (key: string) => string): WireValue | undefined =>
    found.length === 0
      ? undefined
      : { kind: "object", members: found.map((pair) => [toKey(pair.name), decode(pair.raw)] as const) };
  const own = pairs.filter((pair) => pair.name === name);
  if (shape === "object" && parameter.mediaType === undefined) {
    if (style === "deepObject") {
      const inside = pairs.filter((pair) => pair.name.startsWith(`${name}[`) && pair.name.endsWith("]"));
      return decoded(inside, (key) => key.slice(name.length + 1, -1));
    }
    if (explode)
      return decoded(
        pairs.filter((pair) => isMember(pair.name)),
        (key) => key,
      );
  }
  const [first, ...others] = own;
  if (first === undefined) return undefined;
  if (explode || style === "deepObject") {
    const items = own.map(({ raw }) => decode(raw));
    const [text = ""] = items;
    return shape === "list" || others.length > 0 ? { kind: "list", items } : { kind: "text", text };
  }
  if (others.length > 0) return broken("stands there more than once");
  if (parameter.mediaType !== undefined) return { kind: "text", text: decode(first.raw) };
  return split(first.raw, delimiterOf(style), shape, decode);
}

function split(
  text: string,
  delimiter: string | RegExp,
  shape: WireShape,
  decode: (text: string) => string,
): WireValue {
  if (shape === "text") return { kind: "text", text: decode(text) };
  const items = text.split(delimiter).map(decode);
  if (shape === "list") return { kind: "list", items };
  if (items.length % 2 === 1) return broken("has a member without a value");
  const members = items.flatMap((item, index) =>
    index % 2 === 0 ? [[item, items[index + 1] ?? ""] as const] : [],
  );
  return { kind: "object", members };
}

/** Servers meet the delimiters of these two styles both as they are and percent-encoded. */
function delimiterOf(style: WireParameter["style"]): string | RegExp {
  if (style === "spaceDelimited") return /%20|\+| /;
  return style === "pipeDelimited" ? /%7C|\|/i : ",";
}

/** The value of `name=value`; undefined where it has another name. */
function valueAfter(part: string, name: string): string | undefined {
  const at = part.indexOf("=");
  const key = at === -1 ? part : part.slice(0, at);
  if (percentDecode(key) !== name) return undefined;
  return at === -1 ? "" : part.slice(at + 1);
}

function decoderOf({ in: place }: WireParameter): (text: string) => string {
  // A header has no escapes, and blanks around an item mean nothing (RFC 9110, section 5.6.1).
  if (place === "header") return (text) => text.trim();
  return place === "query" ? formDecode : percentDecode;
}

function broken(reason: string): WireValue {
  return { kind: "broken", reason };
}
