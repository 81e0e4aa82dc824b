import type { Server } from "@specmill/spec";
import { type Matched, matchItems } from "./match-items.ts";

/** Pairs servers by URL, and then by what is left of the URL without the names of its variables. */
export function matchServers(base: readonly Server[], head: readonly Server[]): Matched<Server> {
  return matchItems(
    base,
    head,
    ({ url }) => normalizeUrl(url),
    ({ url }) => normalizeUrl(url).replace(variable, "{}"),
  );
}

const variable = /\{[^}]*\}/g;

/** A URL without the slash at its end, which joins it to a path, and with its host in small letters (RFC 3986, section 6.2.2.1). */
function normalizeUrl(url: string): string {
  const [, origin = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)?(.*)$/is.exec(url) ?? [];
  const host = origin.replace(/\{[^}]*\}|[^{]+/g, (part) =>
    part.startsWith("{") ? part : part.toLowerCase(),
  );
  return host + rest.replace(/\/+$/, "");
}

/** The variables of a server in the order in which its URL has them. */
export function listVariables({ url, variables }: Server): readonly Server["variables"][number][] {
  return [...url.matchAll(variable)].flatMap(([found]) => {
    const name = found.slice(1, -1);
    return variables.find((known) => known.name === name) ?? [];
  });
}

/** Above this many URLs, a server is not spelt out. */
const most = 200;

/** Whether every URL of a server is a URL of one of `others` too, by the values that variables may have. */
export function isServed(server: Server, others: readonly Server[]): boolean {
  const patterns = others.map((other) => {
    const parts = normalizeUrl(other.url).split(/(\{[^}]*\})/);
    const written = parts.map((part) => {
      if (!part.startsWith("{")) return escapePattern(part);
      const values = other.variables.find(({ name }) => name === part.slice(1, -1))?.values;
      return values === undefined ? "[^/]*" : `(?:${values.map(escapePattern).join("|")})`;
    });
    return new RegExp(`^${written.join("")}$`);
  });
  const urls = listVariables(server).reduce<readonly string[]>(
    (known, { name, values = ["\u0000"] }) =>
      known.length > most
        ? known
        : known.flatMap((url) => values.map((value) => url.replaceAll(`{${name}}`, () => value))),
    [normalizeUrl(server.url)],
  );
  return urls.length <= most && urls.every((url) => patterns.some((pattern) => pattern.test(url)));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
