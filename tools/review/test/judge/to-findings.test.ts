import { expect, test } from "vitest";
import type { JudgedChange } from "../../src/judge/judged-change.ts";
import { toFindings } from "../../src/judge/to-findings.ts";
import { load, makeChange, makeDocument } from "./support/documents.ts";

const documents = {
  base: load(makeDocument({ schemas: { Cat: { type: "object" }, Dog: { type: "object" } } })),
  head: load(makeDocument({ schemas: { Dog: { type: "object" } } })),
};
const locate = (pointer: string) => ({ file: pointer, line: 1, column: 1 });

function judge(change: Parameters<typeof makeChange>[0], members: Partial<JudgedChange> = {}) {
  return {
    change: makeChange(change),
    axis: "wire",
    impact: "breaking",
    status: "derived",
    ...members,
  } as const;
}

test("a finding is where its change is in head", () => {
  const [finding] = toFindings(
    [
      judge({
        base: "#/components/schemas/Cat",
        head: "#/components/schemas/Dog/type",
        before: "a",
        after: null,
      }),
    ],
    documents,
    locate,
  );
  expect(finding).toMatchObject({
    pointer: "#/components/schemas/Dog/type",
    side: "head",
    before: "a",
    after: null,
    place: { file: "#/components/schemas/Dog/type" },
    fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
});

test("what is gone is shown beside where it stood", () => {
  const [finding] = toFindings([judge({ base: "#/components/schemas/Cat" })], documents, locate);
  expect(finding).toMatchObject({
    pointer: "#/components/schemas/Cat",
    side: "base",
    place: { file: "#/components/schemas/Dog" },
  });
});

test("what is nowhere is told of the whole document, and by both axes under one fingerprint", () => {
  const found = toFindings([judge({}), judge({}, { axis: "source" })], documents, locate);
  expect(found.map(({ pointer }) => pointer)).toEqual(["#", "#"]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(1);
});

test("what is a note on the wire is told only where the other axis says nothing", () => {
  const note = { impact: "note" } as const;
  const judged = [
    judge({ rule: "operation-renamed", source: "breaking" }, note),
    judge({ rule: "documentation-changed", source: "note" }, note),
    judge({ rule: "stability-changed", source: "note" }, note),
    judge({ rule: "documentation-changed", source: "note" }, { ...note, axis: "source" }),
  ];
  expect(toFindings(judged, documents, locate).map(({ rule, axis }) => `${rule} ${axis}`)).toEqual([
    "stability-changed wire",
    "documentation-changed source",
  ]);
});
