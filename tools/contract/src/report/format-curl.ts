import type { WireRequest } from "../wire/exchange.ts";
import type { ApiReport } from "./report.ts";
import { splitPlaceholders } from "./report-placeholder.ts";

/** What curl works out for itself, or what would change the way in which it talks. */
const ownHeaders = new Set(["connection", "content-length", "host", "transfer-encoding"]);

/** What neither a line of a terminal nor an argument of a command can hold as it is. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * A request as a command that can be copied into any POSIX shell. Placeholders of a redacted request become shell
 * variables.
 *
 * @param baseUrl - where the API answers; may be a placeholder too
 */
export function formatCurl({ method, target, headers, body }: WireRequest, baseUrl: string): string {
  const url = `${baseUrl.replace(/\/$/, "")}${escapeTarget(target)}`;
  const named = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  const escaped = body !== undefined && unprintable.test(body);
  const options = [
    ...formatMethod(method, body),
    // Without these, curl takes brackets for a pattern and dots for steps.
    ...(/[[\]{}]/.test(url) ? ["--globoff"] : []),
    ...(/\/\.{1,2}(?:[/?]|$)/.test(target) ? ["--path-as-is"] : []),
    quote(url),
    ...Object.entries(headers).flatMap(([name, value]) => formatHeader(name, value)),
    ...(body !== undefined && !named ? ["-H 'content-type:'"] : []),
    ...(body === undefined ? [] : [escaped ? "--data-binary @-" : `--data-raw ${quote(body)}`]),
  ];
  const command = ["curl", ...options].join(" ");
  return escaped ? `${printBody(body)} | ${command}` : command;
}

/** Where the API of a report answers: the mock as `specmill mock` serves it, or a server that the reader knows. */
export function baseUrlOf({ target, api }: Pick<ApiReport, "target" | "api">): string {
  return target === "mock" ? `http://127.0.0.1:4010${escapeTarget(`/${api}`)}` : "$SPECMILL_TARGET";
}

function formatMethod(method: string, body: string | undefined): readonly string[] {
  if (method === "GET" && body === undefined) return [];
  // Told the method alone, curl waits for a body that never comes.
  if (method === "HEAD" && body === undefined) return ["--head"];
  return [`-X ${quote(method.replaceAll(/[^\w!#$%&'*+.^`|~-]/g, ""))}`];
}

function formatHeader(name: string, value: string): readonly string[] {
  // curl would read a file for a name that begins with `@`.
  if (ownHeaders.has(name.toLowerCase()) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return [];
  const line = value.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return [`-H ${quote(line === "" ? `${name};` : `${name}: ${line}`)}`];
}

/** On the wire a target has no blanks and no fragment; whatever has them here would be cut or refused by curl. */
function escapeTarget(target: string): string {
  return target.replaceAll(/[\s#\p{Cc}\p{Cf}]/gu, encodeURIComponent);
}

/** One word of a shell: in single quotes, but for placeholders, which the shell shall fill in. */
function quote(text: string): string {
  if (/^[\w./:@%+,-]+$/.test(text)) return text;
  return splitPlaceholders(text)
    .map((part) =>
      part.kind === "placeholder" ? `"${part.text}"` : `'${part.text.replaceAll("'", "'\\''")}'`,
    )
    .join("");
}

/** A body that holds control characters, as a `printf` that spells them in octal. */
function printBody(body: string): string {
  const parts = splitPlaceholders(body);
  const format = parts.map(({ kind }) => (kind === "placeholder" ? "%s" : "%b")).join("");
  const words = parts.map(({ kind, text }) =>
    quote(kind === "placeholder" ? text : text.replaceAll("\\", "\\\\").replaceAll(/./gsu, spellOut)),
  );
  return `printf '${format}' ${words.join(" ")}`;
}

function spellOut(character: string): string {
  if (!unprintable.test(character)) return character;
  return [...Buffer.from(character)].map((byte) => `\\0${byte.toString(8).padStart(3, "0")}`).join("");
}
