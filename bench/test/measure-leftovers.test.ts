import { expect, test } from "vitest";
import { measureLeftovers } from "../src/measure-leftovers.js";

const client = ["client.ts", 90] as const;
const schemas = ["schemas.ts", 50] as const;
const checks = ["checks.ts", 7] as const;

test.each([
  {
    name: "a bundle without them has none",
    unused: new Map([client, ["schemas.ts", 0]]),
    want: 0,
  },
  {
    name: "what the optional part brings along counts with it",
    unused: new Map([client, schemas, checks]),
    want: 57,
  },
  {
    name: "what is there anyway does not count, whatever it weighs now",
    unused: new Map([["client.ts", 99] as const]),
    want: 0,
  },
])("leftovers: $name", ({ unused, want }) => {
  const without = new Map([client]);
  const used = new Map([client, schemas, checks]);
  expect(measureLeftovers({ without, unused, used }, [/schemas/])).toBe(want);
});

test.each([
  { name: "is not in it", used: new Map([client]) },
  { name: "is in it with no byte", used: new Map([client, ["schemas.ts", 0] as const]) },
])("a part that $name where it is used makes no measurement", ({ used }) => {
  const same = new Map([client]);
  expect(() => measureLeftovers({ without: same, unused: same, used }, [/schemas/])).toThrow(/schemas/);
});
