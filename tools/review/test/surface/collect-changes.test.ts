import { expect, test } from "vitest";
import type { SchemaChange, SchemaPair } from "../../src/schema/compare-schemas.ts";
import { collectChanges, type SchemaRoot } from "../../src/surface/collect-changes.ts";

function change(place: string): SchemaChange {
  return {
    rule: "request-values",
    direction: "request",
    comparison: "different",
    wire: "breaking",
    source: "note",
    message: "It has other values.",
    base: place,
    head: place,
    evidence: "search",
  };
}

interface GrowingPair extends SchemaPair {
  readonly inner: { step: readonly string[]; pair: SchemaPair }[];
}

function pair(place: string, changes: readonly SchemaChange[] = []): GrowingPair {
  return { base: place, head: place, direction: "request", changes, inner: [] };
}

function root(operation: string, value: SchemaPair): SchemaRoot {
  const schemas = { base: value.base, head: value.head };
  return { pair: value, part: { operation, kind: "body", name: "application/json", schemas }, isTyped: true };
}

test("touches no types of the package where only the server calls, and does where an operation reaches it too", () => {
  const shared = pair("#/shared", [{ ...change("#/shared"), source: "breaking" }]);
  const webhook = { ...root("webhook pet post", shared), isTyped: false };
  expect(collectChanges([webhook]).map(({ source }) => source)).toEqual(["note"]);
  expect(collectChanges([webhook, root("one", shared)]).map(({ source }) => source)).toEqual(["breaking"]);
});

test("says a change once, with all operations that reach it, sorted, and the shortest way of the first", () => {
  const name = pair("#/name", [change("#/name")]);
  const pet = pair("#/pet");
  const owner = pair("#/owner");
  const other = pair("#/other");
  owner.inner.push({ step: ["pets", "*"], pair: pet }, { step: ["friend"], pair: owner });
  pet.inner.push({ step: ["owner"], pair: owner }, { step: ["name"], pair: name });
  other.inner.push({ step: [], pair: pair("#/same") });
  const rows = collectChanges([root("zeta", owner), root("beta", other), root("alpha", owner)]);
  expect(rows.map(({ operations, part }) => [operations, part?.operation, part?.path])).toEqual([
    [["alpha", "zeta"], "zeta", ["pets", "*", "name"]],
  ]);
});

test("makes one row of the same change in two pairs, and keeps two changes of one pair apart", () => {
  const left = pair("#/left", [change("#/a")]);
  const right = pair("#/right", [change("#/a"), change("#/b")]);
  const rows = collectChanges([root("one", left), root("two", right)]);
  expect(rows.map(({ base, operations }) => [base, operations])).toEqual([
    ["#/a", ["one", "two"]],
    ["#/b", ["two"]],
  ]);
});

test("hands operations round a circle that is entered in the middle", () => {
  const [first, second] = [pair("#/first"), pair("#/second", [change("#/second")])];
  first.inner.push({ step: ["second"], pair: second });
  second.inner.push({ step: ["first"], pair: first });
  const rows = collectChanges([root("one", second), root("two", first)]);
  expect(rows.map(({ operations, part }) => [operations, part?.path])).toEqual([[["one", "two"], []]]);
});

test("says nothing of pairs without a change, however deep they lead", () => {
  const chain = Array.from({ length: 50_000 }, (_, index) => pair(`#/${index}`));
  for (const [index, one] of chain.entries()) {
    const next = chain[index + 1];
    if (next !== undefined) one.inner.push({ step: ["next"], pair: next });
  }
  expect(collectChanges([root("one", chain[0] ?? pair("#"))])).toEqual([]);
});
