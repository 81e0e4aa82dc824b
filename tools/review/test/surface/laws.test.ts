import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import type { Change, Comparison } from "../../src/change.ts";
import { createSchemaComparer } from "../../src/schema/compare-schemas.ts";
import { compareSurfaces } from "../../src/surface/compare-surfaces.ts";
import { compareDocuments } from "./support/compare-documents.ts";
import { editDocument, listMembers } from "./support/edit-document.ts";
import { loadSpecs } from "./support/load-specs.ts";
import { petsDocument } from "./support/pets-document.ts";

const specs = await loadSpecs();

test("there are five specs to hold the laws", () => {
  expect(specs).toHaveLength(5);
});

test.each(specs)("$name against itself is empty", ({ loaded }) => {
  expect(compareSurfaces(loaded, loaded, createSchemaComparer(loaded, loaded))).toEqual([]);
});

test.each(specs)("$name with its members in another order is the same", ({ loaded }) => {
  const turned = { ...loaded, document: turn(loaded.document) };
  const changes = compareSurfaces(loaded, turned, createSchemaComparer(loaded, turned));
  expect(changes.filter(({ wire, source }) => wire !== "note" || source !== "note")).toEqual([]);
});

const documents = [
  ...specs.map(({ name, loaded }) => ({ name, document: loaded.document })),
  {
    name: "pets",
    document: petsDocument,
  },
];

test.each(documents)(
  "a member less in $name, and a member more: base and head swap narrower and wider",
  ({ document }) => {
    const places = listMembers(document);
    const odd = places.filter((place) => {
      const edited = editDocument(document, { [place]: undefined });
      const there = compareDocuments(document, edited).map(sideOf).sort();
      const back = compareDocuments(edited, document)
        .map((change) => sideOf(swap(change)))
        .sort();
      return JSON.stringify(there) !== JSON.stringify(back);
    });
    expect(places.length).toBeGreaterThan(20);
    expect(odd).toEqual([]);
  },
);

function sideOf({ direction, comparison, base, head, operations }: Change): string {
  // Who is renamed is called by its new name.
  return [direction, comparison, base ?? "-", head ?? "-", operations.length].join(" ");
}

function swap({ base, head, comparison, ...change }: Change): Change {
  return {
    ...change,
    comparison: opposite[comparison],
    ...(head !== undefined && { base: head }),
    ...(base !== undefined && { head: base }),
  };
}

const opposite: { readonly [comparison in Comparison]: Comparison } = {
  narrower: "wider",
  wider: "narrower",
  different: "different",
  equal: "equal",
};

/** The same document with the members of every object in another order. */
function turn(document: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(document), (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
}
