import type { JsonObject } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { excuseFindings } from "../../src/judge/excuse-findings.ts";
import type { ReviewContext } from "../../src/review-context.ts";
import { makeFinding } from "../approval/make-finding.ts";
import { load } from "./support/documents.ts";

function document(path: string, operation: JsonObject) {
  const info = { title: "Pets", version: "1" };
  return load({ openapi: "3.1.0", info, paths: { [path]: { get: { responses: {}, ...operation } } } });
}

const sunset = { deprecated: true, "x-sunset": "2026-01-31" };
const approval = `approvals:
  - { fingerprint: 0123456789ab, rule: request-property-removed, reason: bugfix, owner: me, until: 2026-12-31 }
`;

async function excuse(
  finding: Partial<Finding>,
  facts: { readonly base?: JsonObject; readonly head?: JsonObject; readonly headPath?: string },
  given: { readonly approvals?: string; readonly levels?: ReviewContext["settings"]["levels"] } = {},
) {
  const readText = async (path: string) => (path === "specs/.review/pets.yaml" ? given.approvals : undefined);
  const side = { kind: "folder", label: "", readText, readSource: readText, listFiles: async () => [] };
  const { findings, problems } = await excuseFindings(
    [makeFinding({ operations: ["getPet"], ...finding })],
    {
      name: "pets",
      ...(facts.base && { base: document("/pets/{id}", { operationId: "getPet", ...facts.base }) }),
      ...(facts.head && { head: document(facts.headPath ?? "/pets/{id}", facts.head) }),
    },
    {
      ...{ root: "/", consumers: [], isLinted: false, showsPackages: false, today: "2026-11-21" },
      settings: { stability: "beta", levels: given.levels ?? {} },
      sides: { base: side, head: side } as ReviewContext["sides"],
    },
  );
  return { excuse: findings[0]?.excuse, rules: problems.map(({ rule }) => rule) };
}

function documents(operations: Readonly<Record<string, JsonObject>>) {
  const info = { title: "Pets", version: "1" };
  const paths = Object.fromEntries(
    Object.entries(operations).map(([path, operation]) => [path, { get: { responses: {}, ...operation } }]),
  );
  return load({ openapi: "3.1.0", info, paths });
}

test("a name that one operation had and another has now lends no promise to either", async () => {
  const side = { kind: "folder", label: "", readText: async () => undefined } as unknown;
  const context = {
    ...{ root: "/", consumers: [], isLinted: false, showsPackages: false, today: "2026-11-21" },
    settings: { stability: "beta", levels: {} },
    sides: { base: side, head: side } as ReviewContext["sides"],
  } as const;
  const draft = { "x-stability-level": "draft" };
  const { findings } = await excuseFindings(
    [makeFinding({ operations: ["foo"] }), makeFinding({ operations: ["bar"] })],
    {
      name: "pets",
      base: documents({ "/a": { operationId: "foo" }, "/b": { operationId: "bar", ...draft } }),
      head: documents({ "/a": { operationId: "bar" }, "/b": { operationId: "foo", ...draft } }),
    },
    context,
  );
  expect(findings.map(({ excuse: given }) => given)).toEqual([undefined, undefined]);
});

describe("a break", () => {
  const stays = { excuse: undefined, rules: [] };
  test("of an operation that may go by now stops nothing", async () => {
    const want = { excuse: { kind: "sunset", date: "2026-01-31" }, rules: [] };
    expect(await excuse({}, { base: sunset })).toEqual(want);
    expect(await excuse({ impact: "note" }, { base: sunset })).toEqual(stays);
  });

  test("is not excused by what head alone says", async () => {
    expect(await excuse({}, { base: {}, head: { operationId: "getPet", ...sunset } })).toEqual(stays);
  });

  test("of an operation under its new name has the promises of the old one", async () => {
    const renamed = { operations: ["readPet"] };
    const head = { operationId: "readPet" };
    const found = await excuse(renamed, { base: sunset, head, headPath: "/pets/{petId}" });
    expect(found.excuse).toEqual({ kind: "sunset", date: "2026-01-31" });
    expect(await excuse(renamed, { base: sunset, head, headPath: "/dogs/{id}" })).toEqual(stays);
  });

  test("that a rule's level makes a note needs no approval", async () => {
    const levels = { "request-property-removed": "note" } as const;
    const want = { excuse: { kind: "configured" }, rules: [] };
    expect(await excuse({}, { base: {} }, { levels })).toEqual(want);
    expect(await excuse({}, { base: sunset }, { levels, approvals: approval })).toEqual(want);
  });

  test("is approved in the file of the API", async () => {
    const found = await excuse({}, { base: {} }, { approvals: approval });
    expect(found).toMatchObject({ excuse: { kind: "approved", owner: "me" }, rules: [] });
    expect(await excuse({}, { base: sunset }, { approvals: approval })).toMatchObject({
      excuse: { kind: "sunset" },
      rules: [],
    });
  });

  test("is not excused by a file that is at fault, or approves something else", async () => {
    expect(await excuse({}, { base: {} }, { approvals: "approvals: [" })).toEqual({
      excuse: undefined,
      rules: ["approval-file"],
    });
    const other = approval.replace("0123456789ab", "ffffffffffff");
    expect(await excuse({}, { base: {} }, { approvals: other })).toEqual({
      excuse: undefined,
      rules: ["approval-unmatched"],
    });
    const expired = approval.replace("2026-12-31", "2026-11-20");
    expect(await excuse({}, { base: {} }, { approvals: expired })).toEqual({
      excuse: undefined,
      rules: ["approval-expired"],
    });
  });
});
