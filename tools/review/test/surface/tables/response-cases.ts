import { note, type SurfaceCase } from "./surface-case.ts";

const list = "#/paths/~1pets/get";
const item = "#/paths/~1pets~1{petId}";
const components = "#/components";

/** Edits, and what each does to callers. */
export const responseCases: readonly SurfaceCase[] = [
  // Responses, Response
  {
    of: "Responses",
    name: "a success is gone",
    edit: { [`${list}/responses/200`]: undefined },
    want: [["response-removed", "response", "narrower", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Responses",
    name: "a failure is gone",
    edit: { [`${list}/responses/404`]: undefined },
    want: [["response-removed", "response", "narrower", "compatible", "compatible", ["listPets"]]],
  },
  {
    of: "Responses",
    name: "a success and a failure are new",
    edit: { [`${list}/responses/206`]: { description: "" }, [`${list}/responses/500`]: { description: "" } },
    want: [
      ["response-added", "response", "wider", "compatible", "compatible", ["listPets"]],
      ["response-added", "response", "wider", "note", "note", ["listPets"]],
    ],
  },
  {
    of: "Responses",
    name: "a range tells of a failure",
    edit: {
      [`${list}/responses/404`]: undefined,
      [`${list}/responses/4XX`]: {
        description: "No.",
        content: { "application/problem+json": { schema: { type: "integer" } } },
      },
    },
    want: [
      ["response-removed", "response", "equal", "note", "breaking", ["listPets"]],
      ["response-added", "response", "wider", "note", "note", ["listPets"]],
      ["response-values", "response", "different", "breaking", "note", ["listPets"]],
    ],
  },
  {
    of: "Responses",
    name: "the only one is the default now",
    edit: {
      [`${item}/get/responses`]: { default: { description: "A pet.", content: { "application/json": {} } } },
    },
    want: [
      ["response-removed", "response", "equal", "note", "breaking", ["getPet"]],
      ["response-schema", "response", "wider", "breaking", "breaking", ["getPet"]],
      ["response-added", "response", "wider", "compatible", "compatible", ["getPet"]],
    ],
  },
  {
    of: "Response",
    name: "described otherwise, of many operations",
    edit: { [`${components}/responses/Problem/description`]: "Not there." },
    want: [note(["createPet", "listPets"])],
  },
  // Header
  {
    of: "Header",
    name: "gone",
    edit: { [`${list}/responses/200/headers`]: undefined },
    want: [["response-header-removed", "response", "narrower", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Header",
    name: "new",
    edit: { [`${list}/responses/200/headers/X-Next`]: { required: true } },
    want: [["response-header-added", "response", "wider", "compatible", "compatible", ["listPets"]]],
  },
  {
    of: "Header",
    name: "not always there",
    edit: { [`${components}/headers/Total/required`]: undefined },
    want: [["response-header-required", "response", "wider", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Header",
    name: "in other letters",
    edit: {
      [`${list}/responses/200/headers`]: { "x-total": { $ref: "#/components/headers/Total" } },
    },
    want: [["parameter-serialization", "response", "equal", "note", "breaking", ["listPets"]]],
  },
  {
    of: "Header",
    name: "another schema",
    edit: { [`${components}/headers/Total/schema/type`]: "string" },
    want: [["response-values", "response", "different", "breaking", "note", ["listPets"]]],
  },
  {
    of: "Header",
    name: "described otherwise",
    edit: { [`${components}/headers/Total/description`]: "Many." },
    want: [note(["listPets"])],
  },
  // Example, Link, Tag
  {
    of: "Example",
    name: "another value behind a reference",
    edit: { [`${components}/examples/Rex/value/name`]: "Max" },
    want: [note(["createPet"])],
  },
  {
    of: "Link",
    name: "gone",
    edit: { [`${list}/responses/200/links`]: undefined },
    want: [["link-changed", "response", "narrower", "note", "note", ["listPets"]]],
  },
  {
    of: "Link",
    name: "new",
    edit: { [`${list}/responses/200/links/more`]: { operationId: "listPets" } },
    want: [["link-changed", "response", "wider", "note", "note", ["listPets"]]],
  },
  {
    of: "Link",
    name: "to another operation",
    edit: { [`${list}/responses/200/links/first/operationId`]: "sendPicture" },
    want: [["link-changed", "response", "different", "note", "note", ["listPets"]]],
  },
  {
    of: "Tag",
    name: "gone",
    edit: { "#/tags": undefined },
    want: [["tag-changed", "-", "narrower", "note", "note", []]],
  },
  { of: "Tag", name: "described otherwise", edit: { "#/tags/0/description": "All." }, want: [note([])] },
];
