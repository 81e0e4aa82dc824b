import type { Documented, Failure } from "../../src/outcome.ts";
import type { TestAnswer, TestFault, TestOperation, TestServer } from "../../src/testing.ts";
import { createTestFetch } from "../../src/testing.ts";

interface Pet {
  readonly name: string;
  readonly age?: number;
}

type ReadPetResult =
  | Documented<true, 200, Pet, { readonly "X-Left"?: number }, "application/json">
  | Documented<true, 200, string, object, "text/plain">
  | Documented<true, 200, Blob, object, "image/*">
  | Documented<false, 404, undefined>
  | Documented<false, 429, { readonly wait: number }, object, "application/json">
  | Documented<false, "4XX", { readonly code: string }, object, "application/problem+json">
  | Documented<false, "default", undefined>
  | Failure;

type SavePetResult = Documented<true, 204, undefined> | Failure;
type ListPetsResult = Documented<true, 200, readonly Pet[], object, "application/json"> | Failure;

/** What a generated package would say of an API that documents one of everything. */
export interface PetAnswers {
  readonly readPet:
    | TestAnswer<ReadPetResult, 200, "ada" | "bob", "application/json" | undefined>
    | TestAnswer<ReadPetResult, 200, never, "text/plain">
    | TestAnswer<ReadPetResult, 200, never, "image/*">
    | TestAnswer<ReadPetResult, 404>
    | TestAnswer<ReadPetResult, 429>
    | TestAnswer<ReadPetResult, "4XX", "odd">
    | TestAnswer<ReadPetResult, "default">
    | TestFault;
  readonly savePet: TestAnswer<SavePetResult, 204> | TestFault;
  readonly listPets: TestAnswer<ListPetsResult, 200> | TestFault;
}

const operations: readonly TestOperation[] = [
  {
    id: "readPet",
    method: "GET",
    path: "/pets/{petId}",
    responses: {
      200: ["application/json", "text/plain", "image/*"],
      404: [],
      429: ["application/json"],
      "4XX": ["application/problem+json"],
      default: [],
    },
    examples: {
      200: { "application/json": { ada: { name: "Ada" }, bob: { name: "Bob", age: 3 } } },
      "4XX": { "application/problem+json": { odd: { code: "odd" } } },
    },
    exampleHeaders: { 200: { "X-Left": "9" } },
  },
  { id: "savePet", method: "PUT", path: "/pets/{petId}", responses: { 204: [] } },
  { id: "listPets", method: "GET", path: "/pets", responses: { 200: ["application/json"] } },
];

export function createPetTestFetch(): TestServer<PetAnswers> {
  return createTestFetch<PetAnswers>(operations);
}
