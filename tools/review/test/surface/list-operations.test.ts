import { expect, test } from "vitest";
import { listOperations } from "../../src/surface/list-operations.ts";
import { editDocument } from "./support/edit-document.ts";
import { petsDocument } from "./support/pets-document.ts";

test("lists what is promised of every operation, by the names that changes use", () => {
  const facts = listOperations({ document: petsDocument });
  expect(
    facts.map(({ name, kind, deprecated, sunset, stability }) => [name, kind, deprecated, sunset, stability]),
  ).toEqual([
    ["listPets", "operation", false, undefined, undefined],
    ["createPet", "operation", false, undefined, undefined],
    ["createPet callback done post", "callback", false, undefined, undefined],
    ["getPet", "operation", false, undefined, undefined],
    ["sendPicture", "operation", true, "2030-01-01", "beta"],
    ["webhook lost post", "webhook", false, undefined, undefined],
  ]);
});

test("lets a callback have the promises of its operation unless it has some of its own", () => {
  const create = "#/paths/~1pets/post";
  const document = editDocument(petsDocument, {
    [`${create}/deprecated`]: true,
    [`${create}/x-sunset`]: "2031-01-01",
    [`${create}/x-stability-level`]: "alpha",
    "#/components/callbacks/Done/{$request.body#~1url}/post/x-stability-level": "stable",
  });
  const [done] = listOperations({ document }).filter(({ kind }) => kind === "callback");
  expect(done).toMatchObject({ deprecated: true, sunset: "2031-01-01", stability: "stable" });
});

test("takes what a path says for all its operations", () => {
  const document = editDocument(petsDocument, {
    "#/paths/~1pets/x-stability-level": "draft",
    "#/paths/~1pets/get/x-stability-level": "beta",
    "#/paths/~1pets/post/x-stability-level": "someday",
  });
  const levels = listOperations({ document }).map(({ name, stability }) => [name, stability]);
  expect(levels.slice(0, 2)).toEqual([
    ["listPets", "beta"],
    ["createPet", "draft"],
  ]);
});
