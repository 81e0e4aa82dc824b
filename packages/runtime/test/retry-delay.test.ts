import { afterEach, expect, test, vi } from "vitest";
import type { RetryOptions } from "../src/client-options.ts";
import type { Operation } from "../src/operation.ts";
import { isPassing, isRepeatable, retryDelay } from "../src/retry-delay.ts";
import { describeOperation } from "./support/operation.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test.each([
  [408, true],
  [429, true],
  [502, true],
  [503, true],
  [504, true],
  [200, false],
  [304, false],
  [400, false],
  [401, false],
  [409, false],
  [425, false],
  [500, false],
  [501, false],
  [505, false],
])("whether %d may pass by itself is %s", (status, want) => {
  expect(isPassing(status)).toBe(want);
});

const repeatable: readonly {
  name: string;
  operation?: Partial<Operation>;
  retry?: RetryOptions;
  headers?: Record<string, string>;
  want: boolean;
}[] = [
  { name: "GET may be repeated", want: true },
  { name: "HEAD may be repeated", operation: { method: "HEAD" }, want: true },
  { name: "OPTIONS may be repeated", operation: { method: "OPTIONS" }, want: true },
  { name: "PUT may be repeated", operation: { method: "PUT" }, want: true },
  { name: "DELETE may be repeated", operation: { method: "DELETE" }, want: true },
  { name: "POST may not be repeated", operation: { method: "POST" }, want: false },
  { name: "PATCH may not be repeated", operation: { method: "PATCH" }, want: false },
  {
    name: "the document may say that a PATCH may be repeated",
    operation: { method: "PATCH", idempotent: true },
    want: true,
  },
  {
    name: "the document may say that a GET may not be repeated",
    operation: { idempotent: false },
    want: false,
  },
  {
    name: "a key marks a POST as the same one",
    operation: { method: "POST" },
    headers: { "Idempotency-Key": "k" },
    want: true,
  },
  {
    name: "the document's word is above a key",
    operation: { method: "POST", idempotent: false },
    headers: { "Idempotency-Key": "k" },
    want: false,
  },
  {
    name: "the caller's word is above the method",
    operation: { method: "POST" },
    retry: { idempotent: true },
    want: true,
  },
  {
    name: "the caller's word is above the document",
    operation: { idempotent: true },
    retry: { idempotent: false },
    headers: { "Idempotency-Key": "k" },
    want: false,
  },
];

test.each(repeatable)("$name", ({ operation, retry = {}, headers = {}, want }) => {
  expect(isRepeatable(describeOperation(operation), retry, new Headers(headers))).toBe(want);
});

const now = Date.parse("2030-01-01T00:00:00Z");

const asked: readonly { name: string; header: string; retry?: RetryOptions; want: number | undefined }[] = [
  { name: "seconds are kept to the millisecond", header: "2", want: 2000 },
  { name: "zero seconds are no delay", header: "0", want: 0 },
  { name: "a date is waited for", header: "Tue, 01 Jan 2030 00:00:07 GMT", want: 7000 },
  { name: "a date that has passed is no delay", header: "Mon, 31 Dec 2029 23:59:00 GMT", want: 0 },
  { name: "the longest wait that the caller allows is waited", header: "30", want: 30_000 },
  { name: "a longer wait than the caller allows is none", header: "31", want: undefined },
  {
    name: "a date past what the caller allows is none",
    header: "Tue, 01 Jan 2030 00:01:00 GMT",
    want: undefined,
  },
  { name: "a caller may allow more", header: "60", retry: { maxDelay: 60_000 }, want: 60_000 },
  { name: "a wait without end is none", header: "Infinity", want: undefined },
  { name: "words that are no time leave the usual delay", header: "soon", want: 500 },
];

test.each(asked)("Retry-After: $name", ({ header, retry = {}, want }) => {
  vi.useFakeTimers({ now });
  vi.spyOn(Math, "random").mockReturnValue(1);
  const response = new Response(null, { status: 503, headers: { "Retry-After": header } });
  expect(retryDelay(retry, 1, response)).toBe(want);
});

test.each([
  { attempt: 1, want: [250, 500] },
  { attempt: 2, want: [500, 1000] },
  { attempt: 3, want: [1000, 2000] },
  { attempt: 7, want: [15_000, 30_000] },
  { attempt: 50, want: [15_000, 30_000] },
])("after attempt $attempt the delay is at random from $want", ({ attempt, want: [least = 0, most = 0] }) => {
  const delay = () => retryDelay({ attempts: 99 }, attempt, undefined);
  const delays = Array.from({ length: 200 }, () => delay() ?? -1);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(least);
  expect(Math.max(...delays)).toBeLessThanOrEqual(most);
  expect(new Set(delays).size).toBeGreaterThan(100);
  const random = vi.spyOn(Math, "random").mockReturnValue(0);
  expect(delay()).toBe(least);
  random.mockReturnValue(1);
  expect(delay()).toBe(most);
});

test.each([
  { name: "three attempts are all unless the caller says otherwise", retry: {}, last: 3 },
  { name: "the caller says how many attempts there are", retry: { attempts: 5 }, last: 5 },
  { name: "one attempt is never repeated", retry: { attempts: 1 }, last: 1 },
])("$name", ({ retry, last }) => {
  const delays = [1, 2, 3, 4, 5].map((attempt) => retryDelay(retry, attempt, undefined) !== undefined);
  expect(delays).toEqual([1, 2, 3, 4, 5].map((attempt) => attempt < last));
});

test("a server that asks for a wait does not get more attempts for it", () => {
  const response = new Response(null, { headers: { "Retry-After": "0" } });
  expect(retryDelay({ attempts: 2 }, 2, response)).toBeUndefined();
});
