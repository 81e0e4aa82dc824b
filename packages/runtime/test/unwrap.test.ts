import { inspect } from "node:util";
import { expect, expectTypeOf, test } from "vitest";
import { CallError } from "../src/call-error.ts";
import type { Documented, Failure, Outcome } from "../src/outcome.ts";
import { unwrap } from "../src/unwrap.ts";
import { call } from "./support/call.ts";
import { findClosedOrigin } from "./support/loopback.ts";
import { hang, type Step, show, startScripted } from "./support/scripted.ts";

function thrownBy(outcome: Outcome): CallError {
  try {
    unwrap(outcome);
  } catch (error) {
    if (error instanceof CallError) return error;
  }
  throw new Error("unwrap did not throw a CallError");
}

test("an answer that tells of success gives its data", async () => {
  const { baseUrl } = await startScripted(200);
  expect(unwrap(await call({ baseUrl }))).toEqual({ a: 1 });
});

test("an answer of success without data gives undefined", async () => {
  const { baseUrl } = await startScripted(204);
  expect(unwrap(await call({ baseUrl }, { responses: { 204: [] } }))).toBeUndefined();
});

test("its type is the data of every success and of no failure", () => {
  type Result =
    | Documented<true, 200, { readonly a: number }>
    | Documented<true, 204, undefined>
    | Documented<false, 404, { readonly code: string }>
    | Failure;
  expectTypeOf(unwrap<Result>).returns.toEqualTypeOf<{ readonly a: number } | undefined>();
});

const failures: readonly { name: string; step?: Step; path?: string; want: string }[] = [
  { name: "a documented failure", step: 404, want: "GET ORIGIN/things: 404" },
  { name: "an undocumented answer, by the status that came", step: 418, want: "GET ORIGIN/things: 418" },
  {
    name: "an answer that is not what was documented",
    step: (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>"),
    want: "GET ORIGIN/things: invalid-response: the body of the 200 answer came as text/html; documented is application/json",
  },
  {
    name: "a refused request",
    path: "/pets/{id}",
    want: "GET /pets/{id}: invalid-request: path parameter id is missing or empty",
  },
  { name: "a timeout", step: hang, want: "GET ORIGIN/things: timeout: no answer within 20 ms" },
];

test.each(failures)(
  "$name is thrown as a CallError whose message tells all: $want",
  async ({ step, path, want }) => {
    const { baseUrl } = await startScripted(step ?? 200);
    const responses = { 200: ["application/json"], 404: [] };
    const timeout = step === hang ? 20 : 5000;
    const outcome: Outcome = await call({ baseUrl, timeout }, { responses, path: path ?? "/things" });
    const error = thrownBy(outcome);
    expect(error.message).toBe(want.replace("ORIGIN", baseUrl));
    expect(error).toMatchObject({ name: "CallError", operation: "readThing", method: "GET" });
    expect(error.outcome).toBeDefined();
  },
);

test("a fault of the network is thrown with its cause", async () => {
  const baseUrl = await findClosedOrigin();
  const outcome = await call({ baseUrl });
  const error = thrownBy(outcome);
  expect("error" in outcome && outcome.error).toBe(error);
  expect(error.message).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+\/things: network: connect ECONNREFUSED/);
  expect(error.cause).toMatchObject({ cause: { code: "ECONNREFUSED" } });
});

test("the error holds the outcome, but neither a console nor JSON shows it with the error", async () => {
  const { baseUrl } = await startScripted((response) =>
    response.writeHead(404, { "content-type": "application/json" }).end('{"found":"nothing"}'),
  );
  const outcome = await call({ baseUrl }, { responses: { 404: ["application/json"] } });
  const error = thrownBy(outcome);
  expect(error.outcome).toBe(outcome);
  expect(String(error)).toBe(`CallError: GET ${baseUrl}/things: 404`);
  const [text, json] = [inspect(error), JSON.stringify(error)];
  expect(text).toContain("CallError");
  for (const shown of [text, json]) expect(shown).not.toMatch(/outcome|nothing/);
  expect(show(outcome)).toContain("nothing");
});

test("a result can be unwrapped twice", async () => {
  const outcome = await call({ baseUrl: await findClosedOrigin() });
  expect(thrownBy(outcome)).toBe(thrownBy(outcome));
});

test("two kinds of failure can be told apart by the error alone", async () => {
  const { baseUrl } = await startScripted(404);
  expect(thrownBy(await call({ baseUrl }, { responses: { 404: [] } })).status).toBe(404);
  expect(thrownBy(await call({ baseUrl: await findClosedOrigin() })).status).toBe("network");
});
