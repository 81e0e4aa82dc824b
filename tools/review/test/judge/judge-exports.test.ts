import { expect, test } from "vitest";
import { judgeExports } from "../../src/judge/judge-exports.ts";
import { placeExports } from "../../src/judge/place-exports.ts";
import { makeChange, makeDocument } from "./support/documents.ts";

const none = { of: ".", operations: [] } as const;

test("a name that is gone breaks, one that is new does not, and each is told once", () => {
  const judged = judgeExports([], {
    gone: [
      { ...none, name: "Pet" },
      { of: "./schemas", name: "Pet", operations: [] },
      { of: "method", name: "addPet", operations: [] },
    ],
    added: [{ ...none, name: "Dog" }],
  });
  expect(judged.map(({ impact, status, change }) => [impact, status, change.message])).toEqual([
    ["breaking", "derived", "`Pet` is no longer exported."],
    ["compatible", "derived", "`Dog` is exported now."],
  ]);
});

test("the types of an operation that comes, goes or is renamed are told with it", () => {
  const changes = [
    makeChange({ rule: "operation-renamed", operations: ["add-dog"], before: "addPet", after: "add-dog" }),
  ];
  const judged = judgeExports(changes, {
    gone: ["AddPetResult", "OtherResult"].map((name) => ({ ...none, name })),
    added: [{ ...none, name: "AddDogResult" }],
  });
  expect(judged.map(({ change }) => change.message)).toEqual(["`OtherResult` is no longer exported."]);
});

test("a schema is told also where its name begins as that of an operation that goes", () => {
  const changes = [makeChange({ rule: "operation-removed", operations: ["pet"] })];
  const pointer = "#/components/schemas/PetOwner";
  const judged = judgeExports(changes, {
    gone: [{ of: ".", name: "PetOwner", pointer, operations: ["listOwners"] }],
    added: [],
  });
  expect(judged.map(({ change }) => [change.base, change.operations])).toEqual([[pointer, ["listOwners"]]]);
});

test("a name is placed at the schema that it is made of, with the operations that reach it", () => {
  const document = makeDocument({
    request: { $ref: "#/components/schemas/Pet" },
    schemas: {
      Pet: {
        properties: {
          parent: { $ref: "#/components/schemas/Pet" },
          a: { $ref: "#/components/schemas/pet-tag" },
        },
      },
      "pet-tag": { type: "string" },
      Alone: {},
    },
  });
  const names = ["PetTag", "PetWrite", "Alone", "AddPetResult"].map((name) => ({ of: ".", name }) as const);
  expect(placeExports(names, document)).toEqual([
    { of: ".", name: "PetTag", pointer: "#/components/schemas/pet-tag", operations: ["addPet"] },
    { of: ".", name: "PetWrite", pointer: "#/components/schemas/Pet", operations: ["addPet"] },
    { of: ".", name: "Alone", pointer: "#/components/schemas/Alone", operations: [] },
    { of: ".", name: "AddPetResult", operations: [] },
  ]);
});
