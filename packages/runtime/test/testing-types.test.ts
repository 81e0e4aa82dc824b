import { expect, test } from "vitest";
import { createPetTestFetch } from "./support/test-api.ts";

const { answer } = createPetTestFetch();

// What does not compile is refused to those without a compiler too, where it could not be sent.
test.each<{ name: string; set: () => void; want: string }>([
  {
    name: "an operation that the document does not have",
    // @ts-expect-error
    set: () => answer("readPets", { status: 200 }),
    want: "readPets is no operation. The document knows:",
  },
  {
    name: "a status that the document does not have",
    // @ts-expect-error
    set: () => answer("savePet", { status: 404 }),
    want: "savePet: the document does not describe status 404",
  },
  {
    name: "an example that the document does not have",
    // @ts-expect-error
    set: () => answer("readPet", { status: 200, example: "eve" }),
    want: 'readPet: the document has no example "eve" for 200 (application/json); give `body`',
  },
  {
    name: "no body where there is no example",
    // @ts-expect-error
    set: () => answer("readPet", { status: 429 }),
    want: 'readPet: the document has no example for 429 (application/json); give `body`: answer("readPet", { status: 429, body: … })',
  },
  {
    name: "a range without a code",
    // @ts-expect-error
    set: () => answer("readPet", { status: "4XX" }),
    want: "readPet: the document does not mean 200 by 4XX: give another `code`",
  },
  {
    name: "a code that has a description of its own",
    set: () => answer("readPet", { status: "4XX", code: 404 }),
    want: "readPet: the document does not mean 404 by 4XX",
  },
  {
    name: "a code beside a status",
    // @ts-expect-error
    set: () => answer("readPet", { status: 404, code: 405 }),
    want: "readPet: the document does not mean 405 by 404",
  },
  {
    name: "a media type that the document does not have",
    // @ts-expect-error
    set: () => answer("readPet", { status: 200, mediaType: "text/csv", body: "a" }),
    want: "readPet: the document describes no text/csv for 200",
  },
  {
    name: "malformed JSON of an operation that answers none",
    set: () => answer("savePet", { fault: "malformed" }),
    want: "savePet: the document describes no JSON that could be malformed",
  },
  {
    name: "an undocumented status that is documented",
    set: () => answer("savePet", { fault: "undocumented", code: 204 }),
    want: "savePet: the document describes 204",
  },
])("refuses $name", ({ set, want }) => {
  expect(set).toThrow(TypeError);
  expect(set).toThrow(want);
});

test("compiles nothing that is not in the document", () => {
  const compiled = () => {
    // @ts-expect-error: no answer at all
    answer("readPet");
    // @ts-expect-error: a body of another shape
    answer("readPet", { status: 200, body: { title: "Ada" } });
    // @ts-expect-error: a member too many
    answer("readPet", { status: 200, body: { name: "Ada", title: "Dr" } });
    // @ts-expect-error: an example and a body
    answer("readPet", { status: 200, example: "ada", body: { name: "Ada" } });
    // @ts-expect-error: a body where there is none
    answer("readPet", { status: 404, body: {} });
    // @ts-expect-error: a body of another media type
    answer("readPet", { status: 200, mediaType: "text/plain", body: { name: "Ada" } });
    // @ts-expect-error: the body of a media type that is not named
    answer("readPet", { status: 200, body: "Ada" });
    // @ts-expect-error: an unknown fault
    answer("readPet", { fault: "flood" });
    // @ts-expect-error: a fault and a documented status
    answer("readPet", { fault: "network", status: 200 });
    // @ts-expect-error: an option that is not there
    answer("readPet", { status: 404, latency: 5 });
    const [request] = createPetTestFetch().requests;
    // @ts-expect-error: an operation that the document does not have
    return request?.operation === "readPets";
  };
  expect(compiled).toBeTypeOf("function");
});
