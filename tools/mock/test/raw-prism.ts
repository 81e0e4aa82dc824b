import "../src/load-faker-lazily.ts";
import type { JsonObject } from "@specmill/spec";
import { createLogger } from "@stoplight/prism-core";
import { createInstance, getHttpOperationsFromSpec, type IHttpConfig } from "@stoplight/prism-http";
import { serveDocument } from "../src/index.ts";
import { parsePreferences } from "../src/parse-preferences.ts";
import { request as toRequest } from "./serving.ts";

/** A request to either: Prism as it is, or the mock. */
export interface Call {
  readonly method?: "GET" | "POST" | "HEAD" | "DELETE";
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text that goes with a Content-Type. */
  readonly body?: unknown;
}

export interface Result {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Of the faults of request and response, where each is. */
  readonly violations: readonly string[];
}

const logger = createLogger("raw", { level: "silent" });

/** What Prism itself answers: its own reading of the document, its own validation, its own choice. */
export async function askPrism(document: JsonObject, call: Call): Promise<Result> {
  const { method = "GET", target = "/a", headers = {}, body } = call;
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const { pathname, searchParams } = new URL(target, "http://mock");
  const query = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
  const preferred = parsePreferences(headers["prefer"], []);
  const { code, example, dynamic = false, seed } = preferred.kind === "parsed" ? preferred.preferences : {};
  const config: IHttpConfig = {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: {
      dynamic,
      ...(code === undefined ? {} : { code }),
      ...(example === undefined ? {} : { exampleKey: example }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
  const sent = body === undefined ? headers : withType(headers, JSON.stringify(body).length);
  const prism = createInstance(config, { logger });
  const result = await prism.request(
    {
      method: lowerCase(method),
      url: { path: pathname, query },
      headers: { ...sent },
      ...(body === undefined ? {} : { body }),
    },
    operations,
  )();
  if (result._tag === "Left") {
    const { status = 500 }: { status?: number } & Error = result.left;
    return { status, body: undefined, headers: {}, violations: [] };
  }
  const { output, validations } = result.right;
  return {
    status: output.statusCode,
    body: output.body,
    headers: output.headers ?? {},
    violations: [
      ...validations.output.map(({ path = [] }) => ["response", ...path].join(".")),
      ...validations.input.map(({ path = [] }) => ["request", ...path].join(".")),
    ],
  };
}

/** What the mock answers to the same. */
export async function askMock(document: JsonObject, call: Call): Promise<Result> {
  const { method = "GET", target = "/a", headers = {}, body } = call;
  const served = await serveDocument(document);
  if (served.kind === "failed") throw new Error(served.faults.map(({ rule }) => rule).join(" "));
  const isText = typeof body === "string" && headers["content-type"] !== undefined;
  const text = body === undefined ? "" : isText ? body : JSON.stringify(body);
  const response = await served.answer(
    toRequest(target, {
      method,
      headers: body === undefined ? headers : withType(headers, text.length),
      body: text,
    }),
  );
  const violations: readonly { location: readonly string[] }[] = JSON.parse(
    response.headers["sl-violations"] ?? "[]",
  );
  const isJson = /json/.test(response.headers["Content-type"] ?? response.headers["content-type"] ?? "");
  return {
    status: response.status,
    body: response.body !== undefined && isJson ? JSON.parse(response.body) : response.body,
    headers: response.headers,
    violations: violations.map(({ location }) => location.join(".")),
  };
}

function withType(
  headers: Readonly<Record<string, string>>,
  length: number,
): Readonly<Record<string, string>> {
  return { "content-type": "application/json", ...headers, "content-length": String(length) };
}

function lowerCase(method: NonNullable<Call["method"]>) {
  switch (method) {
    case "GET":
      return "get";
    case "POST":
      return "post";
    case "HEAD":
      return "head";
    case "DELETE":
      return "delete";
  }
}
