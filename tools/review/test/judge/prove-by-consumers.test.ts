import { expect, test } from "vitest";
import type { Change } from "../../src/change.ts";
import type { JudgedChange } from "../../src/judge/judged-change.ts";
import { proveByConsumers } from "../../src/judge/prove-by-consumers.ts";

const change: Change = {
  rule: "operation-renamed",
  comparison: "equal",
  wire: "note",
  source: "breaking",
  message: "`readPet` is called `getPet` now.",
  before: "readPet",
  after: "getPet",
  evidence: "rule",
  operations: ["getPet"],
};
const renamed: JudgedChange = { change, axis: "source", impact: "breaking", status: "derived" };
const complaint = (message: string): JudgedChange => ({
  ...renamed,
  status: "proved",
  proof: { kind: "compiler", message, places: ["a.ts:1:2"] },
});
const proof = complaint("Property 'readPet' does not exist on type 'PetsClient'.");

const rows: { what: string; judged: JudgedChange; consumer: JudgedChange; want: JudgedChange }[] = [
  {
    what: "is proved by a complaint of its old name",
    judged: renamed,
    consumer: proof,
    want: { ...renamed, status: "proved", ...(proof.proof ? { proof: proof.proof } : {}) },
  },
  {
    what: "stays as it is where another name is complained of",
    judged: renamed,
    consumer: complaint("Property 'readPets' does not exist."),
    want: renamed,
  },
  {
    what: "stays suspected where the compiler took the types",
    judged: { ...renamed, status: "suspected" },
    consumer: proof,
    want: { ...renamed, status: "suspected" },
  },
];

test.each(rows)("a name that is gone $what", ({ judged, consumer, want }) => {
  expect(proveByConsumers([judged], [consumer])).toEqual([want]);
});
