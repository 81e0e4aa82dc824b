import { readFile } from "node:fs/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { ClientOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Middleware } from "../src/middleware.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import type { Outcome } from "../src/outcome.ts";
import { call } from "./support/call.ts";
import { findClosedOrigin } from "./support/loopback.ts";
import { describeOperation } from "./support/operation.ts";
import { beginAnswer, reset, type Step, startScripted } from "./support/scripted.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const answer =
  (status: number, type: string, body = ""): Step =>
  (response) =>
    response.writeHead(status, type ? { "content-type": type } : {}).end(body);

/** What a server gets of a call. */
async function send(operation: Partial<Operation>, given: Arguments, client: ClientOptions = {}) {
  const { baseUrl, requests } = await startScripted(200);
  const outcome: Outcome = await call({ baseUrl, ...client }, operation, given);
  return { outcome, request: requests[0] };
}

/** What a call makes of an answer. */
async function receive(step: Step, operation: Partial<Operation> = {}): Promise<Outcome> {
  const { baseUrl } = await startScripted(step);
  return call({ baseUrl }, operation);
}

const items: Partial<Operation> = { path: "/books/{c}/items", parameters: [{ name: "c", in: "path" }] };

/**
 * What openapi-typescript 7.13 and openapi-fetch 0.17 do that a user would not expect, by number, and what is done
 * instead. Those that concern generated code stand in the generator's table.
 */
const faults: readonly { fault: number; name: string; check: () => Promise<void> }[] = [
  {
    fault: 1,
    name: "a path parameter that is missing, empty, or leads elsewhere is refused before sending",
    async check() {
      for (const c of [undefined, null, "", ".", ".."]) {
        const { outcome, request } = await send(items, { path: { c } });
        expect(outcome).toMatchObject({ ok: false, status: "invalid-request" });
        expect(request).toBeUndefined();
      }
      const { request } = await send(items, { path: { c: "../a/b?c#d" } });
      expect(request?.url).toBe("/books/..%2Fa%2Fb%3Fc%23d/items");
    },
  },
  {
    fault: 2,
    name: "a variable of the server is never filled from the path parameters",
    async check() {
      const operation = describeOperation({
        path: "/{region}",
        parameters: [{ name: "region", in: "path" }],
      });
      const server = { url: "https://{region}.example.com", variables: { region: "eu" } };
      const make = (client: ClientOptions) => createCaller(client, [server])<[Arguments], Outcome>(operation);
      const given = { path: { region: "mars" } };
      expect((await make({}).request(given)).url).toBe("https://eu.example.com/mars");
      expect(await make({ baseUrl: "https://{region}.example.com" })(given)).toMatchObject({
        status: "invalid-request",
      });
    },
  },
  {
    fault: 3,
    name: "a base URL may end in slashes; with a query or without an origin it is refused, and nothing throws",
    async check() {
      const { baseUrl, requests } = await startScripted(200);
      await call({ baseUrl: `${baseUrl}/v1//` });
      expect(requests[0]?.url).toBe("/v1/things");
      for (const wrong of [`${baseUrl}?a=1`, "/v1", "", "example.com"]) {
        expect(await call({ baseUrl: wrong })).toMatchObject({ status: "invalid-request" });
      }
      expect(requests).toHaveLength(1);
    },
  },
  {
    fault: 4,
    name: "cookie parameters are sent",
    async check() {
      const parameters = [
        { name: "sid", in: "cookie" },
        { name: "theme", in: "cookie" },
      ] as const;
      const { request } = await send({ parameters }, { cookies: { sid: "a b", theme: "dark" } });
      expect(request?.headers.cookie).toBe("sid=a%20b; theme=dark");
    },
  },
  {
    fault: 5,
    name: "the content type of a body is the documented one",
    async check() {
      for (const type of ["application/merge-patch+json", "image/png", "text/plain"]) {
        const body = type.endsWith("json") ? {} : "x";
        const { request } = await send({ method: "POST", requestBody: [type] }, { body });
        expect(request?.headers["content-type"]).toBe(type);
      }
      const several = { method: "POST", requestBody: ["application/json", "text/csv"] };
      const { request } = await send(several, { body: "a,b", contentType: "text/csv" });
      expect(request?.headers["content-type"]).toBe("text/csv");
    },
  },
  {
    fault: 6,
    name: "a Blob is sent as its bytes, and text without quotes",
    async check() {
      const post = (type: string) => ({ method: "POST", requestBody: [type] });
      const blob = await send(post("application/octet-stream"), { body: new Blob(["bytes"]) });
      expect(blob.request?.body).toBe("bytes");
      const text = await send(post("text/plain"), { body: "Ada" });
      expect(text.request?.body).toBe("Ada");
    },
  },
  {
    fault: 7,
    name: "a form holds lists, objects and dates as the document says, and nothing for what is undefined",
    async check() {
      const type = "application/x-www-form-urlencoded; charset=utf-8";
      const body = { tags: ["a", "b"], deep: { a: 1 }, at: new Date(0), none: undefined };
      const { request } = await send({ method: "POST", requestBody: [type] }, { body });
      expect(request?.headers["content-type"]).toBe(type);
      expect([...new URLSearchParams(request?.body)]).toEqual([
        ["tags", "a"],
        ["tags", "b"],
        ["deep", '{"a":1}'],
        ["at", "1970-01-01T00:00:00.000Z"],
      ]);
    },
  },
  {
    fault: 8,
    name: "names in a query are escaped, dates are sent, each parameter has its own style, and too deep a value refuses",
    async check() {
      const parameters: Operation["parameters"] = [
        { name: "a&b=c", in: "query" },
        { name: "at", in: "query" },
        { name: "packed", in: "query", explode: false },
        { name: "piped", in: "query", style: "pipeDelimited", explode: false },
        { name: "deep", in: "query", style: "deepObject" },
      ];
      const query = { "a&b=c": 1, at: new Date(0), packed: [1, 2], piped: [1, 2], deep: { x: 1 } };
      const { request } = await send({ parameters }, { query });
      expect(request?.url).toBe(
        "/things?a%26b%3Dc=1&at=1970-01-01T00%3A00%3A00.000Z&packed=1,2&piped=1%7C2&deep%5Bx%5D=1",
      );
      const { outcome } = await send({ parameters }, { query: { deep: { x: { y: 1 } } } });
      expect(outcome).toMatchObject({ status: "invalid-request" });
    },
  },
  {
    fault: 9,
    name: "HTML and other text that is no JSON is an outcome and no SyntaxError",
    async check() {
      for (const type of ["text/html", "application/json", ""]) {
        expect(await receive(answer(200, type, "<h1>Log in</h1>"))).toMatchObject({
          ok: false,
          status: "invalid-response",
        });
      }
      expect(await receive(answer(200, "application/json", " "))).toMatchObject({
        status: "invalid-response",
      });
    },
  },
  {
    fault: 10,
    name: "a failure is one whatever its body holds, and a body is what its content type says",
    async check() {
      const json = { responses: { 500: ["application/json"] } };
      for (const body of ["null", "false", "0", '""']) {
        const outcome = await receive(answer(500, "application/json", body), json);
        expect(outcome).toMatchObject({ ok: false, status: 500, data: JSON.parse(body) });
      }
      const responses = { 500: [] };
      expect(await receive(answer(500, ""), { responses })).toMatchObject({ ok: false, status: 500 });
      expect(await receive(answer(500, ""))).toMatchObject({ ok: false, status: "undocumented", data: "" });
      expect(await receive(answer(500, "text/plain", "123"))).toMatchObject({ data: "123" });
    },
  },
  {
    fault: 11,
    name: "304 and 205 are what the document says of them, and undocumented where it says nothing",
    async check() {
      const responses = { 205: [], 304: [] };
      expect(await receive(answer(304, ""), { responses })).toMatchObject({ ok: false, status: 304 });
      expect(await receive(answer(205, ""), { responses })).toMatchObject({ ok: true, status: 205 });
      const outcome = await receive(answer(304, ""));
      expect(outcome).toMatchObject({ ok: false, status: "undocumented", response: { status: 304 } });
    },
  },
  {
    fault: 12,
    name: "`default` alone gives data, and a status that nothing describes is told apart",
    async check() {
      const responses = { default: ["application/json"] };
      const step = (status: number) => answer(status, "application/json", '{"a":1}');
      expect(await receive(step(200), { responses })).toMatchObject({
        ok: true,
        status: "default",
        data: { a: 1 },
      });
      expect(await receive(step(500), { responses })).toMatchObject({ ok: false, status: "default" });
      expect(await receive(step(500))).toMatchObject({ ok: false, status: "undocumented", data: { a: 1 } });
    },
  },
  {
    fault: 13,
    name: "no fault of the network, no abort, no answer and no layer makes a call reject",
    async check() {
      const outcomes = [
        call({ baseUrl: await findClosedOrigin() }),
        receive(reset),
        receive(beginAnswer(true)),
        receive(answer(200, "application/json", "{")),
        call({ baseUrl: "http://localhost" }, {}, {}, { signal: AbortSignal.abort() }),
        call({ baseUrl: "http://localhost", middleware: [() => Promise.reject(new Error("no"))] }),
      ];
      const statuses = (await Promise.all(outcomes)).map(({ status }) => status);
      expect(statuses).toEqual([
        "network",
        "network",
        "network",
        "invalid-response",
        "aborted",
        "invalid-request",
      ]);
    },
  },
  {
    fault: 14,
    name: "a layer may send a request with a body again",
    async check() {
      const { baseUrl, requests } = await startScripted(500, 200);
      const again: Middleware = async (request, next) => {
        const first = await next(request);
        return first.ok ? first : next(request);
      };
      const operation = { method: "POST", requestBody: ["application/json"] };
      const outcome = await call({ baseUrl, middleware: [again] }, operation, { body: { a: 1 } });
      expect(outcome).toMatchObject({ ok: true });
      expect(requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
    },
  },
  {
    fault: 15,
    name: "the layers outside of one that answers by itself see its answer",
    async check() {
      const seen: number[] = [];
      const look: Middleware = async (request, next) => {
        const response = await next(request);
        seen.push(response.status);
        return response;
      };
      const middleware: Middleware[] = [look, async () => Response.json({ a: 1 })];
      expect(await call({ baseUrl: "http://localhost", middleware })).toMatchObject({ ok: true });
      expect(seen).toEqual([200]);
    },
  },
  {
    fault: 21,
    name: "a global fetch that a test replaces after the client was made is the one that is called",
    async check() {
      const method = createCaller({ baseUrl: "http://localhost" }, [])<[], Outcome>(describeOperation());
      const fetch = vi.fn(async () => new Response());
      vi.stubGlobal("fetch", fetch);
      await method();
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  },
  {
    fault: 22,
    name: "time that is up and an abort end a call at once, also where the fetch heeds no signal",
    async check() {
      const client = { baseUrl: "http://localhost", fetch: () => new Promise<Response>(() => {}) };
      expect(await call({ ...client, timeout: 5 })).toMatchObject({ status: "timeout" });
      expect(await call({ ...client, attemptTimeout: 5 })).toMatchObject({ status: "timeout" });
      const controller = new AbortController();
      setImmediate(() => controller.abort());
      const outcome = await call(client, {}, {}, { signal: controller.signal });
      expect(outcome).toMatchObject({ status: "aborted" });
    },
  },
  {
    fault: 23,
    name: "an integer past 2^53 is kept where the client is given a parser that keeps it",
    async check() {
      const { baseUrl } = await startScripted(answer(200, "application/json", '{"a":9007199254740993}'));
      const parseJson = (text: string) => JSON.parse(text.replace(/\d{16,}/g, '"$&"'));
      const outcome = await call({ baseUrl, parseJson });
      expect(outcome).toMatchObject({ ok: true, data: { a: "9007199254740993" } });
    },
  },
  {
    fault: 33,
    name: "every package says that loading it does nothing, so that a bundle holds what is used of it",
    async check() {
      for (const folder of ["runtime", "upsun-profile"]) {
        const manifest = await readFile(new URL(`../../${folder}/package.json`, import.meta.url), "utf8");
        expect(JSON.parse(manifest)).toMatchObject({ type: "module", sideEffects: false });
      }
    },
  },
];

test.each(faults)("$fault: $name", ({ check }) => check());
