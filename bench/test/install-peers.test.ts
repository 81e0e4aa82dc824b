import { expect, test } from "vitest";
import { isStale } from "../src/install-peers.js";

test.each([
  { name: "what was never installed is", given: { installed: undefined, locked: 1 }, want: true },
  { name: "what is older than its lock is", given: { installed: 1, locked: 2 }, want: true },
  { name: "what is newer than its lock is not", given: { installed: 2, locked: 1 }, want: false },
  { name: "what was written with its lock is not", given: { installed: 1, locked: 1 }, want: false },
])("whether peers are to be installed: $name", ({ given, want }) => {
  expect(isStale(given.installed, given.locked)).toBe(want);
});
