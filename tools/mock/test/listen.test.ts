import { expect, onTestFinished, test } from "vitest";
import { listen } from "../src/listen.ts";
import type { MockResponse } from "../src/message.ts";
import { sendRaw } from "./serving.ts";

const good: MockResponse = { status: 200, headers: {}, body: "good" };

async function listenWith(answer: () => Promise<MockResponse>, deadline: number): Promise<string> {
  const listening = await listen({
    host: "127.0.0.1",
    port: 0,
    limits: { body: 10, deadline },
    answer,
    onAnswered: () => {},
  });
  if (listening.kind !== "listening") throw new Error(listening.message);
  onTestFinished(listening.close);
  return listening.url;
}

test("a body that does not come is waited for until the deadline alone", async () => {
  const url = await listenWith(async () => good, 50);
  const received = await sendRaw(url, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf");
  expect(received).toMatch(/^HTTP\/1\.1 408 /);
  expect(received).toContain("urn:specmill:mock:deadline");
});

test("an answer that does not come is waited for until the deadline alone", async () => {
  const url = await listenWith(() => new Promise(() => {}), 50);
  const response = await fetch(url);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ type: "urn:specmill:mock:deadline" });
});

test.each([
  { name: "as long as the limit", body: "x".repeat(10), want: 200 },
  { name: "longer by a byte", body: "x".repeat(11), want: 413 },
])("a body that is $name gets $want", async ({ body, want }) => {
  const url = await listenWith(async () => good, 60_000);
  expect((await fetch(url, { method: "POST", body })).status).toBe(want);
  const stream = new Blob([body]).stream();
  expect((await fetch(url, { method: "POST", body: stream, duplex: "half" as const })).status).toBe(want);
});
