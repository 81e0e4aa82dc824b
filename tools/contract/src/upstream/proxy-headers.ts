/** Names and values in turn, as they came: in their order, with their case, repeated where they were. */
export type RawHeaders = readonly string[];

/** RFC 9110, section 7.6.1, and `HTTP2-Settings`, which goes with an upgrade (RFC 7540, section 3.2.1). */
const hopByHop = new Set([
  "connection",
  "proxy-connection",
  "keep-alive",
  "te",
  "upgrade",
  "proxy-authenticate",
  "proxy-authorization",
  "http2-settings",
]);

/**
 * The headers of a message that are for whoever it is meant for, and not for the next connection alone. How the body
 * is framed stays, as it is passed in the same frame.
 */
export function dropHopByHop(headers: RawHeaders): RawHeaders {
  const named = pairsOf(headers)
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(","))
    .map((name) => name.trim().toLowerCase());
  // Nobody can make a proxy drop what tells where a message ends or goes.
  const dropped = new Set([...hopByHop, ...named.filter((name) => !framing.has(name))]);
  return filterHeaders(headers, (name) => !dropped.has(name));
}

const framing = new Set(["content-length", "transfer-encoding", "host"]);

/** @param isKept - is asked by the name in lower case */
export function filterHeaders(headers: RawHeaders, isKept: (name: string) => boolean): RawHeaders {
  return pairsOf(headers)
    .filter(([name]) => isKept(name.toLowerCase()))
    .flat();
}

/** Has `Host` name the server that is asked, where it stood. */
export function replaceHost(headers: RawHeaders, host: string): RawHeaders {
  const pairs = pairsOf(headers);
  if (!pairs.some(([name]) => name.toLowerCase() === "host")) return ["Host", host, ...headers];
  return pairs.flatMap(([name, value]) => [name, name.toLowerCase() === "host" ? host : value]);
}

export function hasHeader(headers: RawHeaders, name: string): boolean {
  return pairsOf(headers).some(([own]) => own.toLowerCase() === name);
}

/** By name in lower case; values of a name that came more than once are joined (RFC 9110, section 5.3). */
export function toRecord(headers: RawHeaders): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [name, value] of pairsOf(headers)) {
    const key = name.toLowerCase();
    const before = joined.get(key);
    joined.set(key, before === undefined ? value : `${before}${key === "cookie" ? "; " : ", "}${value}`);
  }
  return Object.fromEntries(joined);
}

export function pairsOf(headers: RawHeaders): readonly (readonly [string, string])[] {
  return headers.flatMap((name, index) =>
    index % 2 === 0 ? [[name, headers[index + 1] ?? ""] as const] : [],
  );
}
