import { readFile } from "node:fs/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { CallOptions, ClientOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import type { Outcome } from "../src/outcome.ts";
import { describeOperation } from "./support/operation.ts";

/** Faults of openapi-fetch 0.17 by their number in a list of them, and what a client of ours does instead. */
const faults: readonly {
  readonly fault: number;
  readonly name: string;
  readonly check: () => Promise<void>;
}[] = [
  {
    fault: 1,
    name: "a path parameter that is missing, empty or climbs is refused",
    check: async () => {
      for (const path of [{}, { id: "" }, { id: "." }, { id: ".." }]) {
        const { outcome, sent } = await send({ operation: { path: "/books/{id}/items" }, given: { path } });
        expect(outcome.status).toBe("invalid-request");
        expect(sent).toEqual([]);
      }
    },
  },
  {
    fault: 2,
    name: "a variable of a server is not filled from the path's parameters",
    check: async () => {
      const operation = { path: "/{region}", parameters: [{ name: "region", in: "path" }] } as const;
      const server = { url: "https://{region}.example.com", variables: { region: "eu" } };
      const { sent } = await send({ client: { server }, operation, given: { path: { region: "us" } } });
      expect(sent[0]?.url).toBe("https://eu.example.com/us");
      const { outcome } = await send({
        client: { baseUrl: "https://{region}.example.com" },
        operation,
        given: { path: { region: "us" } },
      });
      expect(outcome.status).toBe("invalid-request");
    },
  },
  {
    fault: 3,
    name: "a base URL loses all its final slashes, and is refused with a query or without an origin",
    check: async () => {
      const { sent } = await send({ client: { baseUrl: "https://example.com/v1//" } });
      expect(sent[0]?.url).toBe("https://example.com/v1/things");
      for (const baseUrl of ["https://example.com/?a=b", "/v1"]) {
        expect((await send({ client: { baseUrl } })).outcome.status).toBe("invalid-request");
      }
    },
  },
  {
    fault: 4,
    name: "a cookie is sent",
    check: async () => {
      const operation: Partial<Operation> = { parameters: [{ name: "theme", in: "cookie" }] };
      const { sent } = await send({ operation, given: { cookies: { theme: "dark" } } });
      expect(sent[0]?.headers.get("cookie")).toBe("theme=dark");
    },
  },
  {
    fault: 5,
    name: "a body has the media type of the document",
    check: async () => {
      const { sent } = await send({ operation: write("application/merge-patch+json"), given: { body: {} } });
      expect(sent[0]?.headers.get("content-type")).toBe("application/merge-patch+json");
    },
  },
  {
    fault: 6,
    name: "bytes travel as bytes, and text as text",
    check: async () => {
      const image = await send({ operation: write("image/png"), given: { body: new Blob(["png"]) } });
      expect(await image.sent[0]?.text()).toBe("png");
      const text = await send({ operation: write("text/plain"), given: { body: "hi" } });
      expect(await text.sent[0]?.text()).toBe("hi");
    },
  },
  {
    fault: 7,
    name: "a form holds lists, objects and nothing that is undefined, whatever the parameters of its type",
    check: async () => {
      const body = { list: [1, 2], object: { a: 1 }, none: undefined };
      const type = "application/x-www-form-urlencoded; charset=utf-8";
      const { sent } = await send({ operation: write(type), given: { body } });
      expect(await sent[0]?.text()).toBe("list=1&list=2&object=%7B%22a%22%3A1%7D");
    },
  },
  {
    fault: 8,
    name: "a query has its names escaped, its dates written, its objects nested, and a style for each parameter",
    check: async () => {
      const operation: Partial<Operation> = {
        parameters: [
          { name: "a&b", in: "query" },
          { name: "at", in: "query" },
          { name: "filter", in: "query", style: "deepObject" },
          { name: "tags", in: "query", explode: false },
          { name: "ids", in: "query" },
        ],
      };
      const query = { "a&b": "c", at: new Date(0), filter: { x: 1 }, tags: [1, 2], ids: [3, 4] };
      const { sent } = await send({ operation, given: { query } });
      expect(new URL(sent[0]?.url ?? "").search).toBe(
        "?a%26b=c&at=1970-01-01T00%3A00%3A00.000Z&filter%5Bx%5D=1&tags=1,2&ids=3&ids=4",
      );
    },
  },
  {
    fault: 9,
    name: "HTML, and no body at all, with status 200 are outcomes",
    check: async () => {
      for (const answer of [() => html("<h1>hi</h1>"), () => html("")]) {
        expect((await send({ answer })).outcome.status).toBe("invalid-response");
      }
    },
  },
  {
    fault: 10,
    name: "a failure is told by ok and not by its body, and text stays text",
    check: async () => {
      const answers: readonly [() => Response, unknown][] = [
        [() => new Response("", { status: 500 }), ""],
        [() => Response.json(null, { status: 500 }), null],
        [() => Response.json(false, { status: 500 }), false],
        [() => new Response("123", { status: 500 }), "123"],
      ];
      for (const [answer, data] of answers) {
        expect((await send({ answer })).outcome).toMatchObject({ ok: false, status: "undocumented", data });
      }
    },
  },
  {
    fault: 11,
    name: "a documented 304 is no error body, and a documented 205 is a success",
    check: async () => {
      const responses = { 205: [], 304: [] };
      const none = async (status: number) =>
        (await send({ operation: { responses }, answer: () => new Response(null, { status }) })).outcome;
      expect(await none(304)).toMatchObject({ ok: false, status: 304, data: undefined });
      expect(await none(205)).toMatchObject({ ok: true, status: 205, data: undefined });
    },
  },
  {
    fault: 12,
    name: "where the document has only a default, a success has its data; where it has no error, one is undocumented",
    check: async () => {
      const operation = { responses: { default: ["application/json"] } };
      expect((await send({ operation })).outcome).toMatchObject({
        ok: true,
        status: "default",
        data: { a: 1 },
      });
      const answer = () => new Response("no", { status: 400 });
      expect((await send({ answer })).outcome).toMatchObject({ ok: false, status: "undocumented" });
    },
  },
  {
    fault: 13,
    name: "faults of the network, aborts and errors of a middleware are outcomes",
    check: async () => {
      const client: ClientOptions = { fetch: () => Promise.reject(new TypeError("gone")) };
      expect((await send({ client })).outcome.status).toBe("network");
      expect((await send({ options: { signal: AbortSignal.abort() } })).outcome.status).toBe("aborted");
      const refuse = () => Promise.reject(new Error("no"));
      expect((await send({ client: { middleware: [refuse] } })).outcome.status).toBe("invalid-request");
    },
  },
  {
    fault: 14,
    name: "an attempt that follows another has its whole body",
    check: async () => {
      const answers = [new Response(null, { status: 503 }), Response.json({ a: 1 })];
      const { outcome, sent } = await send({
        client: { retry: { baseDelay: 1 } },
        operation: { ...write("application/json"), method: "PUT" },
        given: { body: { b: 2 } },
        answer: () => answers.shift() ?? Response.error(),
      });
      expect(outcome.status).toBe(200);
      expect(await Promise.all(sent.map((request) => request.text()))).toEqual(['{"b":2}', '{"b":2}']);
    },
  },
  {
    fault: 15,
    name: "an answer that a middleware gives by itself passes all that are around it",
    check: async () => {
      const seen: number[] = [];
      const look = async (request: Request, next: (request: Request) => Promise<Response>) => {
        const response = await next(request);
        seen.push(response.status);
        return response;
      };
      const { sent } = await send({ client: { middleware: [look, async () => Response.json({ a: 1 })] } });
      expect(seen).toEqual([200]);
      expect(sent).toEqual([]);
    },
  },
  {
    fault: 21,
    name: "a global fetch that is replaced after the client was made is called",
    check: async () => {
      const method = createCaller({ baseUrl: "https://example.com" }, [])<[], Outcome>(describeOperation());
      const replaced = vi.fn(async () => new Response(null));
      vi.stubGlobal("fetch", replaced);
      await method();
      expect(replaced).toHaveBeenCalledTimes(1);
    },
  },
  {
    fault: 22,
    name: "a time limit ends a call whose fetch heeds no signal",
    check: async () => {
      const never = () => new Promise<Response>(() => {});
      expect((await send({ client: { fetch: never, timeout: 5 } })).outcome.status).toBe("timeout");
      const stalled = async () =>
        new Response(new ReadableStream(), { headers: { "content-type": "application/json" } });
      expect((await send({ client: { fetch: stalled, timeout: 5 } })).outcome.status).toBe("timeout");
    },
  },
  {
    fault: 23,
    name: "an integer past 2^53 comes whole through a reader of the caller's",
    check: async () => {
      const answer = () =>
        new Response('{"id":9007199254740993}', { headers: { "content-type": "application/json" } });
      const parseJson = (text: string) => JSON.parse(text.replace(/\d{16,}/, '"$&"'));
      const { outcome } = await send({ client: { parseJson }, answer });
      expect(outcome).toMatchObject({ data: { id: "9007199254740993" } });
    },
  },
  {
    fault: 33,
    name: "the package says that it has no side effects",
    check: async () => {
      const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
      expect(manifest.sideEffects).toBe(false);
    },
  },
];

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(faults)("$name (fault $fault)", ({ check }) => check());

interface Given {
  readonly client?: ClientOptions;
  readonly operation?: Partial<Operation>;
  readonly given?: Arguments;
  readonly options?: CallOptions;
  readonly answer?: () => Response;
}

/** Calls an operation that documents JSON for 200, and notes what it sends. */
async function send({
  client,
  operation,
  given = {},
  options = {},
  answer = () => Response.json({ a: 1 }),
}: Given) {
  const sent: Request[] = [];
  const fetch = async (request: Request) => {
    sent.push(request);
    return answer();
  };
  const place = client?.server === undefined && { baseUrl: "https://example.com" };
  const known = describeOperation({ responses: { 200: ["application/json"] }, ...operation });
  const servers = client?.server === undefined ? [] : [client.server];
  const caller = createCaller({ retry: false, fetch, ...place, ...client }, servers);
  const outcome = await caller<[Arguments, CallOptions], Outcome>(known)(given, options);
  return { outcome, sent };
}

function write(type: string): Partial<Operation> {
  return { method: "PATCH", requestBody: [type] };
}

function html(body: string): Response {
  return new Response(body, { headers: { "content-type": "text/html" } });
}
