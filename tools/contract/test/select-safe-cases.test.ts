import { buildModel } from "@specmill/spec";
import { expect, test } from "vitest";
import type { ContractCase } from "../src/case/contract-case.ts";
import { selectSafeCases } from "../src/upstream/select-safe-cases.ts";
import { petsDocument } from "./drift-documents.ts";

const api = buildModel(petsDocument());

function caseOf(id: string, changes: Partial<ContractCase>): ContractCase {
  return {
    id,
    operation: "getPet",
    kind: "happy",
    title: "",
    pointer: "#",
    given: { kind: "call", arguments: {}, credentials: [] },
    expect: { kind: "answered" },
    ...changes,
  };
}

const call = { kind: "call", arguments: {}, credentials: [] } as const;
const cases = [
  caseOf("get", {}),
  caseOf("post", { operation: "addPet" }),
  caseOf("forced", { kind: "response", given: { ...call, prefer: { code: 200 } } }),
  caseOf("dynamic", { kind: "dynamic" }),
  caseOf("minimal", { kind: "minimal" }),
  caseOf("example", { kind: "example", expect: { kind: "answered", body: { name: "Rex" } } }),
  caseOf("negative", {
    kind: "negative",
    given: { kind: "raw", request: { method: "GET", target: "/pets/", headers: {} } },
    expect: { kind: "refused", reason: "parameter" },
  }),
  caseOf("raw post", {
    operation: "addPet",
    given: { kind: "raw", request: { method: "POST", target: "/pets", headers: {} } },
  }),
  caseOf("unknown", { operation: "none" }),
];

test("takes the cases that change nothing and that no mock is needed for, and says why not the others", () => {
  const { cases: taken, skipped } = selectSafeCases(cases, api, false);
  expect(taken.map(({ id }) => id)).toEqual(["get", "negative"]);
  expect(Object.fromEntries(skipped.map(({ id, reason }) => [id, reason]))).toEqual({
    post: "POST may change something on the server; --unsafe lets it.",
    "raw post": "POST may change something on the server; --unsafe lets it.",
    forced: "Only a mock can be told what to answer.",
    dynamic: "Only a mock can be told what to answer.",
    minimal: "Only a mock can be told what to answer.",
    example: "Only a mock answers with the examples of the document.",
    unknown: "The document has no such operation.",
  });
});

test("takes those that change something where it is allowed to", () => {
  expect(selectSafeCases(cases, api, true).cases.map(({ id }) => id)).toEqual([
    "get",
    "post",
    "negative",
    "raw post",
  ]);
});
