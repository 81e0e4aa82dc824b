import { isJsonObject, type JsonValue } from "@specmill/spec";
import type { Credential } from "../case/contract-case.ts";
import type { Exchange } from "../wire/exchange.ts";
import { formatPlaceholder } from "./report-placeholder.ts";

/** What of the exchanges of an operation nobody may read. */
export interface Secrets {
  /** Names of headers, cookies, query and path parameters that carry a credential or another secret. */
  readonly names: readonly string[];
  /** Names of the members of bodies, wherever they stand. */
  readonly sensitive: readonly string[];
  /** Credentials that were given, which may stand where no document would have them. */
  readonly credentials?: readonly Credential[];
  /** The operation's path template; without it, nothing of a path is taken for a secret. */
  readonly path?: string;
}

/** An exchange that can be shown, and the values that must not be shown beside it either. */
export interface Redaction {
  readonly exchange: Exchange;
  readonly removed: ReadonlyMap<string, string>;
}

/** Shorter ones are too likely to stand in a text by chance. */
const shortestEcho = 6;

/**
 * An exchange with a placeholder such as `$SPECMILL_BEARER` for every secret: `authorization` and cookies, whatever
 * `secrets` names, and the same values where the server sent them back.
 */
export function redactExchange({ request, response }: Exchange, secrets: Secrets): Redaction {
  const removed = new Map<string, string>((secrets.credentials ?? []).flatMap(listTexts));
  const remove: Remove = (value, placeholder) => {
    if (value === "" || value.startsWith("$SPECMILL_")) return value;
    if (value.length >= shortestEcho) removed.set(value, placeholder);
    return placeholder;
  };
  const sent = {
    ...request,
    target: redactTarget(request.target, secrets, remove),
    headers: redactHeaders(request.headers, secrets, remove),
    ...(request.body === undefined ? {} : { body: redactBody(request.body, secrets, remove) }),
  };
  const received = {
    ...response,
    headers: redactHeaders(response.headers, secrets, remove),
    body: redactBody(response.body, secrets, remove),
  };
  const clean = (text: string): string => redactText(text, removed);
  const exchange: Exchange = {
    request: {
      ...sent,
      target: clean(sent.target),
      headers: mapValues(sent.headers, clean),
      ...(sent.body === undefined ? {} : { body: clean(sent.body) }),
    },
    response: { ...received, headers: mapValues(received.headers, clean), body: clean(received.body) },
  };
  return { exchange, removed };
}

/** A text without the values that were removed from an exchange. */
export function redactText(text: string, removed: ReadonlyMap<string, string>): string {
  const longestFirst = [...removed].sort(([a], [b]) => b.length - a.length);
  return longestFirst.reduce(
    (shown, [value, placeholder]) => shown.replaceAll(value, () => placeholder),
    text,
  );
}

/** The texts that give a credential away, with what is shown in their place. */
function listTexts({ scheme, value }: Credential): readonly (readonly [string, string])[] {
  const placeholder = formatPlaceholder(scheme);
  if (typeof value === "string") return value.length < shortestEcho ? [] : [[value, placeholder]];
  const pair = `${value.username}:${value.password}`;
  const texts = [value.password, pair, Buffer.from(pair).toString("base64")];
  return texts.filter((text) => text.length >= shortestEcho).map((text) => [text, placeholder]);
}

type Remove = (value: string, placeholder: string) => string;

function redactHeaders(
  headers: Readonly<Record<string, string>>,
  { names }: Secrets,
  remove: Remove,
): Readonly<Record<string, string>> {
  const secret = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const key = name.toLowerCase();
      if (/^(?:proxy-)?authorization$/.test(key)) return [name, redactAuthorization(value, remove)];
      if (key === "cookie" || key === "set-cookie") return [name, redactCookies(value, remove)];
      return [name, secret.has(key) ? remove(value, formatPlaceholder(name)) : value];
    }),
  );
}

function redactAuthorization(value: string, remove: Remove): string {
  const [, scheme, credential] = /^(basic|bearer) +(\S.*)$/i.exec(value) ?? [];
  if (scheme === undefined || credential === undefined)
    return remove(value, formatPlaceholder("authorization"));
  if (scheme.toLowerCase() === "basic") {
    const pair = Buffer.from(credential, "base64").toString();
    remove(pair.slice(pair.indexOf(":") + 1), formatPlaceholder("password"));
  }
  return `${scheme} ${remove(credential, formatPlaceholder(scheme))}`;
}

/** The names stay, and so do the attributes of a `set-cookie`, which are no secrets. */
function redactCookies(value: string, remove: Remove): string {
  const attribute = /^\s*(?:path|domain|expires|max-age|samesite)\s*=/i;
  return value
    .split(";")
    .map((part) => {
      if (attribute.test(part) || /^\s*(?:secure|httponly|partitioned)?\s*$/i.test(part)) return part;
      const [, name = "", secret = part] = /^\s*([^=]+)=(.*)$/.exec(part) ?? [];
      const lead = name === "" ? "" : part.slice(0, part.indexOf("=") + 1);
      return `${lead}${remove(secret, formatPlaceholder(`cookie-${name.trim()}`))}`;
    })
    .join(";");
}

function redactTarget(target: string, secrets: Secrets, remove: Remove): string {
  const start = target.indexOf("?");
  const path = start < 0 ? target : target.slice(0, start);
  const query = start < 0 ? "" : `?${redactForm(target.slice(start + 1), secrets, remove)}`;
  return `${redactPath(path, secrets, remove)}${query}`;
}

function redactPath(path: string, { names, path: template }: Secrets, remove: Remove): string {
  const parts = template?.split("/") ?? [];
  return path
    .split("/")
    .map((part, index) => {
      const name = names.find((secret) => parts[index]?.includes(`{${secret}}`));
      return name === undefined ? part : remove(part, formatPlaceholder(name));
    })
    .join("/");
}

/** A query, or a form in a body: the members of an object in brackets count as well as whole names. */
function redactForm(form: string, { names, sensitive }: Secrets, remove: Remove): string {
  const secret = new Set([...names, ...sensitive].map((name) => name.toLowerCase()));
  return form
    .split("&")
    .map((pair) => {
      const end = pair.indexOf("=");
      if (end < 0) return pair;
      const name = decodeText(pair.slice(0, end)).toLowerCase();
      if (![name, ...name.split(/[[\].]+/)].some((part) => secret.has(part))) return pair;
      const value = pair.slice(end + 1);
      const placeholder = formatPlaceholder(name);
      remove(decodeText(value), placeholder);
      return `${pair.slice(0, end + 1)}${remove(value, placeholder)}`;
    })
    .join("&");
}

function redactBody(body: string, secrets: Secrets, remove: Remove): string {
  const mentioned = secrets.sensitive.filter((name) => body.toLowerCase().includes(name.toLowerCase()));
  if (mentioned.length === 0) return body;
  const parsed = parseJson(body);
  if (parsed !== undefined) return JSON.stringify(redactValue(parsed, new Set(lower(mentioned)), remove));
  if (/^[^\s"<{]+=[^\s"<{]*$/.test(body)) return redactForm(body, secrets, remove);
  // Nobody can tell where a secret ends in a body that is not well-formed, or has parts.
  return remove(body, formatPlaceholder("body"));
}

function redactValue(value: JsonValue, secret: ReadonlySet<string>, remove: Remove): JsonValue {
  if (value === null || typeof value !== "object") return value;
  if (!isJsonObject(value)) return value.map((item) => redactValue(item, secret, remove));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      secret.has(name.toLowerCase()) && member !== null
        ? remove(typeof member === "string" ? member : JSON.stringify(member), formatPlaceholder(name))
        : redactValue(member, secret, remove),
    ]),
  );
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function lower(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
