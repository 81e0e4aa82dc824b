import { afterEach, assert, beforeEach, expect, test, vi } from "vitest";
import { createDeadline } from "../src/create-deadline.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const never = new Promise<never>(() => {});

test("where nothing can end the work there is no signal, and the work is left alone", async () => {
  const deadline = createDeadline(undefined, undefined);
  const work = Promise.resolve(1);
  expect(deadline.signal).toBeUndefined();
  expect(deadline.ends).toBe(Infinity);
  expect(deadline.race(work)).toBe(work);
  deadline.end();
});

test("work that ends in time gives what it gives", async () => {
  const deadline = createDeadline(undefined, 10);
  expect(await deadline.race(Promise.resolve("done"))).toBe("done");
  await expect(deadline.race(Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  deadline.end();
});

test("work that takes too long ends with a TimeoutError that names the time", async () => {
  const deadline = createDeadline(undefined, 10);
  expect(deadline.ends).toBe(Date.now() + 10);
  const raced = expect(deadline.race(never)).rejects.toMatchObject({
    name: "TimeoutError",
    message: "no answer within 10 ms",
  });
  vi.advanceTimersByTime(9);
  expect(deadline.signal?.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.signal?.aborted).toBe(true);
  await raced;
});

test("an outer signal ends the work with its own reason", async () => {
  const controller = new AbortController();
  const deadline = createDeadline(controller.signal, 10);
  const raced = expect(deadline.race(never)).rejects.toBe("enough");
  controller.abort("enough");
  await raced;
  expect(deadline.signal?.reason).toBe("enough");
  deadline.end();
});

test("an outer signal that is aborted already leaves no time at all", async () => {
  const deadline = createDeadline(AbortSignal.abort("before"), undefined);
  await expect(deadline.race(Promise.resolve(1))).rejects.toBe("before");
  deadline.end();
});

test("once it has ended, its time is over and nothing listens any more", () => {
  const controller = new AbortController();
  const listened = vi.spyOn(controller.signal, "addEventListener");
  const deadline = createDeadline(controller.signal, 10);
  assert(deadline.signal);
  const removed = vi.spyOn(deadline.signal, "removeEventListener");
  deadline.end();
  expect(vi.getTimerCount()).toBe(0);
  expect(removed).toHaveBeenCalledTimes(1);
  expect(listened).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(deadline.signal.aborted).toBe(false);
});

test.each([2 ** 31, Number.MAX_SAFE_INTEGER, Infinity])(
  "a time of %d ms, for which no platform has a timer, is for ever and not for an instant",
  (milliseconds) => {
    const outer = new AbortController().signal;
    for (const deadline of [createDeadline(undefined, milliseconds), createDeadline(outer, milliseconds)]) {
      vi.advanceTimersByTime(1000);
      expect(vi.getTimerCount()).toBe(0);
      expect(deadline.signal?.aborted ?? false).toBe(false);
      deadline.end();
    }
  },
);

test("the longest time that a platform has a timer for is kept", () => {
  const deadline = createDeadline(undefined, 2 ** 31 - 1);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(2 ** 31 - 2);
  expect(deadline.signal?.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.signal?.aborted).toBe(true);
});

test("an end that comes while nobody races leaves no rejection that nobody handles", async () => {
  vi.useRealTimers();
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  createDeadline(AbortSignal.abort(new Error("early")), undefined).end();
  createDeadline(undefined, 1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
