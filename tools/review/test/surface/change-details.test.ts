import { expect, test } from "vitest";
import { compareDocuments } from "./support/compare-documents.ts";
import { type Edit, editDocument } from "./support/edit-document.ts";
import { petsDocument } from "./support/pets-document.ts";

const list = "#/paths/~1pets/get";
const create = "#/paths/~1pets/post";

function compare(edit: Edit) {
  return compareDocuments(petsDocument, editDocument(petsDocument, edit));
}

test.each([
  {
    name: "a keyword that is written on one side stands where its object does on the other",
    edit: { "#/components/parameters/Trace/required": true },
    want: {
      message: "The header parameter `X-Trace` is required now.",
      base: "#/components/parameters/Trace",
      head: "#/components/parameters/Trace/required",
      before: false,
      after: true,
    },
  },
  {
    name: "what is gone has no place in head",
    edit: { [`${list}/parameters/0`]: undefined },
    want: { message: "The query parameter `limit` is gone.", base: `${list}/parameters/0` },
  },
  {
    name: "what is new has no place in base",
    edit: { [`${list}/responses/204`]: { description: "" } },
    want: { message: "The response `204` is new.", head: `${list}/responses/204` },
  },
  {
    name: "credentials are told with their scopes",
    edit: { [`${create}/security`]: [{ oauth: ["read", "write"] }, {}] },
    want: {
      message:
        "Callers need `oauth` with `read` and `write`, or no credentials now; it was `oauth` with `write`, or `key` and `token`.",
      base: `${create}/security`,
      head: `${create}/security`,
      before: [{ oauth: ["write"] }, { key: [], token: [] }],
      after: [{ oauth: ["read", "write"] }, {}],
    },
  },
  {
    name: "one text that changes is shown",
    edit: { [`${list}/summary`]: "List them." },
    want: {
      message: "The documentation of the operation changes in `summary`.",
      base: `${list}/summary`,
      head: `${list}/summary`,
      before: "List.",
      after: "List them.",
    },
  },
  {
    name: "several texts of one object are one note",
    edit: { "#/info/title": "Cats", "#/info/x-team": "cats", "#/info/description": undefined },
    want: {
      message: "The documentation of the API changes in `description`, `title` and `x-team`.",
      base: "#/info",
      head: "#/info",
    },
  },
])("$name", ({ edit, want }) => {
  const [change, ...others] = compare(edit);
  const { message, base, head, before, after } = change ?? {};
  expect(others).toEqual([]);
  expect(JSON.parse(JSON.stringify({ message, base, head, before, after }))).toEqual(want);
});

test("names the place in an operation where a schema differs", () => {
  const changes = compare({ "#/components/schemas/Pet/type": "array" });
  expect(changes.map(({ part }) => part)).toEqual([
    {
      operation: "createPet",
      kind: "body",
      name: "application/json",
      schemas: {
        base: "#/components/requestBodies/Pet/content/application~1json/schema",
        head: "#/components/requestBodies/Pet/content/application~1json/schema",
      },
      path: [],
    },
    expect.objectContaining({ operation: "createPet callback done post", kind: "body" }),
  ]);
});

test("names the status of the response that a value is of", () => {
  const [change] = compare({ "#/components/headers/Total/schema/type": "string" });
  expect(change?.part).toMatchObject({
    operation: "listPets",
    kind: "header",
    name: "X-Total",
    status: "200",
  });
});

test("ends at callbacks that lead back to their own path", () => {
  const edit = {
    "#/components/pathItems": {
      Ping: {
        post: {
          operationId: "ping",
          responses: {},
          callbacks: { pong: { "{$request.body#/url}": { $ref: "#/components/pathItems/Ping" } } },
        },
      },
    },
    "#/paths/~1ping": { $ref: "#/components/pathItems/Ping" },
  };
  expect(compare(edit).map(({ rule }) => rule)).toEqual(["operation-added"]);
});
