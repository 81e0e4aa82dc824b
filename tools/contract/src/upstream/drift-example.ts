import { type Api, isJsonObject, type JsonValue, type Operation } from "@specmill/spec";
import { redactExchange } from "../report/redact-exchange.ts";
import { listSecrets } from "../report/redact-report.ts";
import type { Exchange } from "../wire/exchange.ts";
import { bodyFormat, essenceOf } from "../wire/wire-media-type.ts";
import { generalisePath, isConstant, isId, isSecretName } from "./drift-names.ts";

/** What stands for a value that is left out. */
const left = "…";

/** Items of a list that are shown. */
const mostItems = 3;

/** Headers whose values say nothing of anybody. */
const plainHeaders =
  /^(?:accept|allow|cache-control|content-(?:encoding|language|length|type)|prefer|retry-after|vary)$/;

/**
 * The shape of an exchange: real traffic is somebody's, so that of its values no text stays, and its ids go the way
 * of its secrets.
 */
export function writeExample(exchange: Exchange, api: Api, operation: Operation | undefined): Exchange {
  const secrets = listSecrets(api, operation?.id);
  const { exchange: redacted } = redactExchange(exchange, secrets);
  const secret = new Set([...secrets.names, ...secrets.sensitive].map((name) => name.toLowerCase()));
  const isSecret = (name: string) => secret.has(name.toLowerCase()) || isSecretName(name);
  const { request, response } = redacted;
  return {
    request: {
      method: request.method,
      target: writeTarget(request.target, operation, isSecret),
      headers: writeHeaders(request.headers),
      ...(request.body === undefined ? {} : { body: writeBody(request.body, request.headers, isSecret) }),
    },
    response: {
      status: response.status,
      headers: writeHeaders(response.headers),
      body: writeBody(response.body, response.headers, isSecret),
    },
  };
}

type IsSecret = (name: string) => boolean;

function writeTarget(target: string, operation: Operation | undefined, isSecret: IsSecret): string {
  const start = target.indexOf("?");
  const path = start < 0 ? target : target.slice(0, start);
  const query = start < 0 ? [] : target.slice(start + 1).split("&");
  const pairs = query.map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return `${name}=${isSecret(name) ? left : keep(value)}`;
  });
  const shown = operation?.path ?? generalisePath(path).template;
  return pairs.length === 0 ? shown : `${shown}?${pairs.join("&")}`;
}

function writeHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, plainHeaders.test(name) ? value : left]),
  );
}

function writeBody(body: string, headers: Readonly<Record<string, string>>, isSecret: IsSecret): string {
  const type = headers["content-type"];
  if (body === "") return "";
  const value = type !== undefined && bodyFormat(type) === "json" ? parse(body) : undefined;
  if (value === undefined) return `(${type === undefined ? "no media type" : essenceOf(type)})`;
  return JSON.stringify(writeValue(value, isSecret));
}

function writeValue(value: JsonValue, isSecret: IsSecret): JsonValue {
  if (Array.isArray(value)) {
    return value.slice(0, mostItems).map((item: JsonValue) => writeValue(item, isSecret));
  }
  if (value === null || typeof value !== "object") return keep(value);
  if (!isJsonObject(value)) return left;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      isId(name) ? "{id}" : name,
      isSecret(name) && member !== null ? left : writeValue(member, isSecret),
    ]),
  );
}

function keep(value: string | number | boolean | null): JsonValue {
  return value === "" || (typeof value !== "string" && isConstant(value)) ? value : left;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
