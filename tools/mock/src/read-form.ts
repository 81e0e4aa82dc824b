import type { JsonObject, JsonValue, MediaType } from "@specmill/spec";
import { decodeForm } from "./decode-text.ts";
import { parseMediaType } from "./media-type.ts";
import { type RawPair, readPairs } from "./read-parameter.ts";
import { facetsOf, memberNames, memberOf, typesOf } from "./schema-facets.ts";

/**
 * Reads a form, each of its members as its encoding says (OpenAPI 3.1, section 4.8.15).
 *
 * @param contentType - the header, which tells where the parts of a multipart body part
 * @returns undefined for what is no form
 */
export function readForm(
  content: MediaType,
  text: string,
  contentType: string,
  document: JsonObject,
): readonly JsonValue[] | undefined {
  const essence = parseMediaType(contentType)?.essence;
  if (essence === "application/x-www-form-urlencoded") {
    return readMembers(content, splitPairs(text), document, decodeForm);
  }
  if (essence !== "multipart/form-data") return undefined;
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  // OpenAPI 3.0 has styles ignored in parts, and clients of 3.1 send JSON there too.
  const encoding = Object.fromEntries(
    Object.entries(content.encoding ?? {}).map(([name, { style: _, explode: __, ...rest }]) => [name, rest]),
  );
  return readMembers(
    { ...content, encoding },
    splitParts(text, boundary?.[1] ?? boundary?.[2] ?? ""),
    document,
    (part) => part,
  );
}

/** The pairs of a query or a form. */
export function splitPairs(text: string): readonly RawPair[] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): RawPair => {
      const at = pair.indexOf("=");
      return at === -1 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    });
}

function splitParts(text: string, boundary: string): readonly RawPair[] {
  if (boundary === "") return [];
  return text.split(`--${boundary}`).flatMap((part): RawPair[] => {
    const at = part.indexOf("\r\n\r\n");
    const name = /;\s*name="([^"]*)"/i.exec(part.slice(0, at))?.[1];
    return at === -1 || name === undefined ? [] : [[name, part.slice(at + 4).replace(/\r\n$/, "")]];
  });
}

function readMembers(
  { jsonSchema, encoding = {} }: MediaType,
  pairs: readonly RawPair[],
  document: JsonObject,
  decode: (text: string) => string,
): readonly JsonValue[] {
  const facets = facetsOf(document, jsonSchema);
  const known = new Set(memberNames(facets));
  const nameOf = (given: string) => (known.has(given) ? given : given.replace(/\[.*$/s, ""));
  const names = [...new Set(pairs.map(([name]) => nameOf(decode(name))))];
  const members = names.map((name) => {
    const below = memberOf(document, facets, name);
    const { style = "form", explode = style === "form", contentType } = encoding[name] ?? {};
    // An object is JSON in a form, unless its encoding says otherwise.
    const isJsonMember = encoding[name]?.style === undefined && typesOf(below).has("object");
    const reading = readPairs(
      {
        name,
        style,
        explode,
        schema: { anyOf: [...below] },
        ...(isJsonMember ? { mediaType: contentType ?? "application/json" } : {}),
      },
      pairs,
      new Set(names),
      document,
      decode,
    );
    const raw = pairs.filter(([given]) => decode(given) === name).map(([, value]) => decode(value));
    return { name, values: reading.kind === "read" ? reading.values : raw.length > 1 ? [raw] : raw };
  });
  const most = Math.max(1, ...members.map(({ values }) => values.length));
  return Array.from({ length: most }, (_value, turn) =>
    Object.fromEntries(
      members.map(({ name, values }) => [name, values[Math.min(turn, values.length - 1)] ?? null]),
    ),
  );
}
