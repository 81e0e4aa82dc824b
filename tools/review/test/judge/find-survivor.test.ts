import { expect, test } from "vitest";
import { findSurvivor } from "../../src/judge/find-survivor.ts";

const base = { schemas: { Pet: { a: 1, "b/c": 2, d: 3 }, Gone: { x: { y: 1 } } }, tags: ["a", "b"] };

const rows: { when: string; pointer: string; head: object; want: string }[] = [
  {
    when: "the member after it is there",
    pointer: "#/schemas/Pet/b~1c",
    head: { schemas: { Pet: { a: 1, d: 3 } } },
    want: "#/schemas/Pet/d",
  },
  {
    when: "only a member before it is there",
    pointer: "#/schemas/Pet/d",
    head: { schemas: { Pet: { a: 1, "b/c": 2 } } },
    want: "#/schemas/Pet/b~1c",
  },
  {
    when: "nothing but what held it is there",
    pointer: "#/schemas/Pet/a",
    head: { schemas: { Pet: { other: 1 } } },
    want: "#/schemas/Pet",
  },
  {
    when: "what held it is gone too",
    pointer: "#/schemas/Gone/x/y",
    head: { schemas: { Pet: {} } },
    want: "#/schemas/Pet",
  },
  { when: "it was in a list", pointer: "#/tags/1", head: { tags: ["a"] }, want: "#/tags" },
  { when: "nothing is left", pointer: "#/schemas/Pet/a", head: {}, want: "#" },
];

test.each(rows)("what is gone is told beside what is left: $when", ({ pointer, head, want }) => {
  expect(findSurvivor(pointer, { base, head: head as typeof base })).toBe(want);
});
