const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const parameter = `[ \\t]*;[ \\t]*${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*")`;
const mediaType = new RegExp(`^(${token})/(${token})((?:${parameter})*)[ \\t]*;?$`);

/** A media type without its parameters, in lower case, and the parameter that says how its text is encoded. */
export interface MediaType {
  readonly essence: string;
  readonly charset: string | undefined;
}

/** Reads a media type or a media range (RFC 9110, section 8.3.1); undefined where it is malformed. */
export function parseMediaType(text: string): MediaType | undefined {
  const [, type, subtype, parameters] = mediaType.exec(text.trim()) ?? [];
  if (type === undefined || subtype === undefined) return undefined;
  return {
    essence: `${type}/${subtype}`.toLowerCase(),
    charset: /;[ \t]*charset="?([^";]+)/i
      .exec(parameters ?? "")?.[1]
      ?.trim()
      .toLowerCase(),
  };
}

/** Whether a media type is JSON: `application/json` or one with the suffix `+json` (RFC 6839, section 3.1). */
export function isJson({ essence }: MediaType): boolean {
  return essence === "application/json" || essence.endsWith("+json");
}
