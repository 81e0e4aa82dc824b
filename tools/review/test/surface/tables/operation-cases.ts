import { followReference } from "@specmill/spec";
import { petsDocument } from "../support/pets-document.ts";
import { note, type SurfaceCase } from "./surface-case.ts";

const list = "#/paths/~1pets/get";
const item = "#/paths/~1pets~1{petId}";
const components = "#/components";
const text = { type: "string" };

/** Edits, and what each does to callers. */
export const operationCases: readonly SurfaceCase[] = [
  // Operation
  {
    of: "Operation",
    name: "new",
    edit: { [`${item}/delete`]: { operationId: "deletePet", responses: {} } },
    want: [["operation-added", "request", "wider", "compatible", "compatible", ["deletePet"]]],
  },
  {
    of: "Operation",
    name: "renamed",
    edit: { [`${item}/get/operationId`]: "readPet" },
    want: [["operation-renamed", "-", "equal", "note", "breaking", ["readPet"]]],
  },
  {
    of: "Operation",
    name: "deprecated",
    edit: { [`${list}/deprecated`]: true },
    want: [["operation-deprecated", "-", "equal", "note", "note", ["listPets"]]],
  },
  {
    of: "Operation",
    name: "described otherwise in two members",
    edit: { [`${list}/summary`]: "All.", [`${list}/x-team`]: "cats" },
    want: [note(["listPets"])],
  },
  {
    of: "Operation",
    name: "another sunset",
    edit: { [`${item}/put/x-sunset`]: "2029-01-01" },
    want: [["sunset-changed", "-", "equal", "note", "note", ["sendPicture"]]],
  },
  {
    of: "Operation",
    name: "less stable",
    edit: { [`${list}/x-stability-level`]: "draft" },
    want: [["stability-changed", "-", "narrower", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Operation",
    name: "stable",
    edit: { [`${item}/put/x-stability-level`]: undefined },
    want: [["stability-changed", "-", "wider", "compatible", "compatible", ["sendPicture"]]],
  },
  {
    of: "Operation",
    name: "under no tag",
    edit: { [`${list}/tags`]: undefined },
    want: [["tag-changed", "-", "different", "note", "note", ["listPets"]]],
  },
  // Parameter
  {
    of: "Parameter",
    name: "gone",
    edit: { [`${list}/parameters/0`]: undefined },
    want: [["parameter-removed", "request", "narrower", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Parameter",
    name: "new",
    edit: { [`${list}/parameters/3`]: { name: "q", in: "query" } },
    want: [["parameter-added", "request", "wider", "compatible", "compatible", ["listPets"]]],
  },
  {
    of: "Parameter",
    name: "new and required",
    edit: { [`${list}/parameters/3`]: { name: "q", in: "query", required: true } },
    want: [["parameter-added", "request", "different", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Parameter",
    name: "required now, of a whole path",
    edit: { [`${components}/parameters/Trace/required`]: true },
    want: [["parameter-required", "request", "narrower", "breaking", "breaking", ["createPet", "listPets"]]],
  },
  {
    of: "Parameter",
    name: "renamed in its path",
    edit: {
      [item]: undefined,
      "#/paths/~1pets~1{id}": {
        ...followReference(petsDocument, { $ref: item }),
        parameters: [{ name: "id", in: "path", required: true, schema: text }],
      },
    },
    want: [["path-parameter-renamed", "request", "equal", "note", "breaking", ["getPet", "sendPicture"]]],
  },
  {
    of: "Parameter",
    name: "another name of a query",
    edit: { [`${list}/parameters/0/name`]: "Limit" },
    want: [
      ["parameter-removed", "request", "narrower", "breaking", "breaking", ["listPets"]],
      ["parameter-added", "request", "wider", "compatible", "compatible", ["listPets"]],
    ],
  },
  {
    of: "Parameter",
    name: "defaults spelt out",
    edit: { [`${list}/parameters/1/style`]: "form", [`${list}/parameters/1/explode`]: true },
    want: [],
  },
  {
    of: "Parameter",
    name: "another style",
    edit: { [`${list}/parameters/1/explode`]: false },
    want: [["parameter-serialization", "request", "different", "breaking", "note", ["listPets"]]],
  },
  {
    of: "Parameter",
    name: "a number is not exploded",
    edit: { [`${list}/parameters/0/explode`]: false },
    want: [],
  },
  {
    of: "Parameter",
    name: "reserved characters",
    edit: { [`${list}/parameters/1/allowReserved`]: true, [`${list}/parameters/1/allowEmptyValue`]: true },
    want: [
      ["parameter-serialization", "request", "wider", "compatible", "note", ["listPets"]],
      ["parameter-serialization", "request", "wider", "compatible", "note", ["listPets"]],
    ],
  },
  {
    of: "Parameter",
    name: "as text instead of JSON",
    edit: {
      [`${list}/parameters/2/content`]: undefined,
      [`${list}/parameters/2/schema`]: { type: "object" },
    },
    want: [["parameter-serialization", "request", "different", "breaking", "note", ["listPets"]]],
  },
  {
    of: "Parameter",
    name: "another example, and deprecated",
    edit: { [`${list}/parameters/0/example`]: 6, [`${list}/parameters/0/deprecated`]: true },
    want: [note(["listPets"])],
  },
];
