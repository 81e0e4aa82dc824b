import type { Violation } from "./operation.ts";

/** Node refuses a client's and a server's message whose headers pass 16 KiB; this leaves the others room. */
const longestViolations = 8 * 1024;

/** Those that say how a message is framed, which the server alone knows, whatever an example claims. */
const framing = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * The headers that Prism made up, as text (OpenAPI 3.1, style `simple`). Drops those that have no value and those
 * that frame a message.
 *
 * @returns undefined where a value holds what no header can carry, such as a line break
 */
export function writeHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const written: [name: string, value: string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value === null || value === undefined || framing.has(name.toLowerCase())) continue;
    const text = writeSimple(value);
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text) || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
      return undefined;
    written.push([name, text]);
  }
  return Object.fromEntries(written);
}

/**
 * The header `sl-violations`, as Prism's own server sends it: JSON, what the response breaks before what the
 * request breaks. Of more than fits it holds as many as fit, shortened.
 */
export function writeViolations(violations: readonly Violation[]): Record<string, string> {
  if (violations.length === 0) return {};
  let kept = violations;
  let text = toAscii(kept);
  if (text.length > longestViolations) kept = kept.map(shorten);
  while (text.length > longestViolations) {
    kept = kept.slice(0, Math.max(1, Math.floor((kept.length * longestViolations) / text.length)));
    text = toAscii(kept);
  }
  return { "sl-violations": text };
}

function shorten({ location, message, ...rest }: Violation): Violation {
  return {
    location: location.slice(0, 10).map((segment) => segment.slice(0, 60)),
    ...rest,
    message: message.slice(0, 300),
  };
}

/** A header carries no character beyond Latin-1, JSON needs none. */
function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A value in the style `simple`, not exploded (OpenAPI 3.1, section 4.8.12.4). */
export function writeSimple(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(",");
  if (typeof value === "object" && value !== null) return Object.entries(value).flat().map(String).join(",");
  return String(value);
}
