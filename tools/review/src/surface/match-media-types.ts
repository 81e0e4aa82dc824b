import type { MediaType } from "@specmill/spec";
import { matchRanges, type RangeMatch } from "./match-ranges.ts";

/**
 * A media type as it is compared: without case (RFC 9110, section 8.3.1), and without the parameters that say only how
 * the text is coded or cut.
 */
export function normalizeMediaType(type: string): string {
  const [essence = "", ...parameters] = type.split(";").map((part) => part.trim());
  const kept = parameters
    .map((parameter) => parameter.replace(/^[^=]*/, (name) => name.trim().toLowerCase()))
    .filter((parameter) => parameter !== "" && !/^(charset|boundary)=/.test(parameter))
    .sort();
  return [essence.toLowerCase(), ...kept].join("; ");
}

/** Pairs the media types of two bodies; a range such as `text/*` stands for what it covers (RFC 9110, section 12.5.1). */
export function matchMediaTypes(
  base: readonly MediaType[],
  head: readonly MediaType[],
): RangeMatch<MediaType> {
  return matchRanges(sortSpecial(base), sortSpecial(head), {
    keyOf: ({ type }) => normalizeMediaType(type),
    covers: (general, special) => coversMediaType(general.type, special.type),
  });
}

/** Whether `range` is a range that holds `type` and more. */
export function coversMediaType(range: string, type: string): boolean {
  const [general, special] = [normalizeMediaType(range), normalizeMediaType(type)];
  if (general === special || !general.endsWith("/*")) return false;
  return general === "*/*" || special.startsWith(general.slice(0, -1));
}

function sortSpecial(content: readonly MediaType[]): readonly MediaType[] {
  const generality = ({ type }: MediaType) => (type.startsWith("*/*") ? 2 : type.includes("/*") ? 1 : 0);
  return [...content].sort((one, other) => generality(one) - generality(other));
}
