import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { recordExchanges, writeExchanges } from "@specmill/contract";
import { startMock } from "@specmill/mock";
import type { Outcome } from "@specmill/runtime";
import { afterAll, beforeEach, expect, test } from "vitest";

/** A request as it left the client. */
interface Sent {
  readonly method: string;
  /** Below the API's own place on the mock, with the query. */
  readonly path: string;
  /** By name in lower case; what the platform adds on its way is not here. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ServedMock {
  /** Where the API answers, without a final `/`. */
  readonly url: string;
  /** Sends a request and fails the test whose answer is not what the document says. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** What the running test has sent through `fetch`. */
  readonly sent: readonly Sent[];
}

/** What the mock finds wrong with a request or with its own answer. */
interface Violation {
  /** `request` or `response`, and the way from there. */
  readonly location: readonly string[];
  readonly code?: string | number;
  readonly message: string;
}

/**
 * Serves one API for a file of tests, and adds to that file the tests that a wrong answer is seen.
 *
 * @param api - the name of its folder
 * @throws Error when the document cannot be served
 */
export async function serveMock(api: string): Promise<ServedMock> {
  const folder = await mkdtemp(join(tmpdir(), "specmill-contract-"));
  await writeFile(join(folder, "openapi.json"), JSON.stringify(liar));
  const result = await startMock({
    apis: [
      { name: api, file: fileURLToPath(new URL(`${api}/openapi.yaml`, import.meta.url)) },
      { name: "liar", file: join(folder, "openapi.json") },
    ],
  });
  await rm(folder, { recursive: true });
  if (result.kind !== "started") throw new Error(`The mock did not start: ${JSON.stringify(result)}`);
  const { mock } = result;
  afterAll(() => mock.close());

  const url = `${mock.url}/${api}`;
  const recorder = recordExchanges(url, (request) => fetch(request));
  // What these tests show of the document counts in `specmill contract --recorded FILE`.
  const file = process.env["SPECMILL_RECORD"];
  if (file !== undefined) afterAll(() => appendFile(file, writeExchanges(recorder.exchanges)));
  const sent: Sent[] = [];
  beforeEach(() => {
    sent.length = 0;
  });
  const send = async (request: Request): Promise<Response> => {
    sent.push({
      method: request.method,
      path: request.url.replace(url, ""),
      headers: Object.fromEntries(request.headers),
      body: await request.clone().text(),
    });
    const response = await recorder.fetch(request);
    // Soft, since a client turns whatever its fetch throws into a result.
    expect.soft(findViolations(response, "response")).toEqual([]);
    return response;
  };

  test("the mock tells of an answer that breaks its own document", async () => {
    const response = await fetch(`${mock.url}/liar/truth`);
    expect(response.status).toBe(200);
    expect(findViolations(response, "response")).toEqual([
      expect.objectContaining({ location: ["response", "body", "pi"], code: "type" }),
    ]);
  });

  test.fails("a test that gets such an answer fails", async () => {
    await send(new Request(`${mock.url}/liar/truth`)).catch(() => undefined);
  });

  return { url, fetch: send, sent };
}

/** What the mock finds wrong on one side of an exchange. */
export function findViolations(response: Response, side: "request" | "response"): readonly Violation[] {
  const violations: readonly Violation[] = JSON.parse(response.headers.get("sl-violations") ?? "[]");
  return violations.filter(({ location }) => location[0] === side);
}

/**
 * How the mock refuses a request where the document has no words for it, such as `422 body.name maxLength`: the
 * status, and what is wrong at which place. Of any other result, what it is.
 */
export function readRefusal(result: Outcome): string {
  if (result.status !== "undocumented") return `not undocumented but ${result.status}`;
  const { validation = [] } = result.data as { validation?: readonly Partial<Violation>[] };
  const faults = validation.flatMap(({ location = [], code }) => [location.join("."), code]);
  return [result.response.status, ...faults].filter((word) => word !== "").join(" ");
}

/** The names of the headers that a document could be the reason for: neither HTTP's own nor those of CORS. */
export function findOwnHeaders(response: Response): readonly string[] {
  return [...response.headers.keys()].filter(
    (name) => !/^(connection|keep-alive|date|content-length|access-control-.*)$/.test(name),
  );
}

/** A document whose example is not what its schema says. */
const liar = {
  openapi: "3.1.0",
  info: { title: "Liar", version: "1" },
  paths: {
    "/truth": {
      get: {
        responses: {
          200: {
            description: "Not the truth.",
            content: {
              "application/json": {
                schema: { type: "object", properties: { pi: { type: "number" } } },
                example: { pi: "four" },
              },
            },
          },
        },
      },
    },
  },
};
