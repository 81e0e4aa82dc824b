import { expect, test } from "vitest";
import { measureInterleaved } from "../src/measure-interleaved.js";

test("the subjects take turns, and each gets the median of its own samples", async () => {
  const turns: string[] = [];
  const take = (name: string, samples: number[]) => async () => {
    turns.push(name);
    return samples.shift() ?? Number.NaN;
  };
  const figures = await measureInterleaved(
    { ours: take("ours", [5, 1, 2]), peer: take("peer", [10, 30, 20]) },
    3,
    () => {},
  );
  expect(turns).toEqual(["ours", "peer", "ours", "peer", "ours", "peer"]);
  expect(figures).toEqual({
    ours: { value: 2, samples: [5, 1, 2] },
    peer: { value: 20, samples: [10, 30, 20] },
  });
});
