import { expect, test } from "vitest";
import { timeCalls } from "../src/time-calls.js";

test("subjects take turns in batches, and each gets the median of its own calls in microseconds", async () => {
  const turns: string[] = [];
  let clock = 0;
  const take = (name: string, milliseconds: number[]) => async () => {
    turns.push(name);
    clock += milliseconds.shift() ?? Number.NaN;
  };
  const subjects = { ours: take("ours", [5, 1, 2]), peer: take("peer", [30, 10, 20]) };
  const medians = await timeCalls(subjects, { calls: 3, batch: 2 }, () => clock);
  expect(turns).toEqual(["ours", "ours", "peer", "peer", "ours", "peer"]);
  expect(medians).toEqual({ ours: 2000, peer: 20_000 });
});
