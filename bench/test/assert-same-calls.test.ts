import { expect, test } from "vitest";
import { assertSameCalls } from "../src/assert-same-calls.js";
import type { Caller } from "../src/create-callers.js";

const answer = () => Response.json({ name: "Ada" });

const calling =
  (init: RequestInit, read = (data: unknown) => data): Caller =>
  (fetch) =>
  async () =>
    read(await (await fetch(new Request("http://api.test/", { method: "POST", ...init }))).json());

const first = calling({ headers: { a: "1", b: "2" }, body: "x" });

test("callers that send the same and give the same may be compared", async () => {
  const second = calling({ headers: { B: "2", A: "1" }, body: "x" });
  await expect(assertSameCalls({ first, second }, answer)).resolves.toBeUndefined();
});

test.each([
  { name: "header", second: calling({ headers: { a: "1" }, body: "x" }) },
  { name: "body", second: calling({ headers: { a: "1", b: "2" }, body: "y" }) },
  { name: "method", second: calling({ headers: { a: "1", b: "2" }, body: "x", method: "PUT" }) },
  { name: "answer", second: calling({ headers: { a: "1", b: "2" }, body: "x" }, () => undefined) },
  { name: "number of requests", second: (() => async () => ({ name: "Ada" })) as Caller },
])("one that has another $name than the first is told of", async ({ second }) => {
  await expect(assertSameCalls({ first, second }, answer)).rejects.toThrow("second does not do what first");
});
