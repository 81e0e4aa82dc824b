import { resolvePointer } from "@specmill/spec";
import { petsDocument } from "../support/pets-document.ts";
import { note, type SurfaceCase } from "./surface-case.ts";

const items = "#/paths/~1pets";
const list = "#/paths/~1pets/get";
const create = "#/paths/~1pets/post";
const item = "#/paths/~1pets~1{petId}";
const components = "#/components";
const text = { type: "string" };
const sandbox = { url: "https://sandbox.pets.test" };

/** Edits, and what each does to callers. */
export const documentCases: readonly SurfaceCase[] = [
  // Info, Contact, License
  { of: "Info", name: "another title", edit: { "#/info/title": "Cats" }, want: [note([])] },
  { of: "Info", name: "another version", edit: { "#/info/version": "2.0.0" }, want: [note([])] },
  { of: "Contact", name: "another name", edit: { "#/info/contact/name": "Bob" }, want: [note([])] },
  { of: "License", name: "another name", edit: { "#/info/license/name": "ISC" }, want: [note([])] },
  {
    of: "External Documentation",
    name: "of the document",
    edit: { "#/externalDocs/url": "https://new.test" },
    want: [note([])],
  },
  {
    of: "External Documentation",
    name: "of an operation",
    edit: { [`${list}/externalDocs`]: undefined },
    want: [note(["listPets"])],
  },
  // Server
  {
    of: "Server",
    name: "gone",
    edit: { "#/servers/1": undefined },
    want: [["server-removed", "request", "narrower", "breaking", "breaking", []]],
  },
  {
    of: "Server",
    name: "new",
    edit: { "#/servers/2": { url: "https://three.pets.test" } },
    want: [["server-added", "request", "wider", "compatible", "compatible", []]],
  },
  {
    of: "Server",
    name: "told by one with a variable",
    edit: {
      "#/servers/1": { url: "https://{name}.pets.test", variables: { name: { default: "sandbox" } } },
    },
    want: [
      ["server-removed", "request", "equal", "note", "breaking", []],
      ["server-added", "request", "wider", "compatible", "compatible", []],
    ],
  },
  {
    of: "Server",
    name: "written otherwise",
    edit: { "#/servers/1/url": "HTTPS://Sandbox.pets.test/" },
    want: [],
  },
  { of: "Server", name: "described", edit: { "#/servers/1/description": "Sand." }, want: [note([])] },
  {
    of: "Server",
    name: "of a path",
    edit: { [`${item}/servers/0/url`]: "https://two.pets.test" },
    want: [
      ["server-removed", "request", "narrower", "breaking", "note", ["getPet", "sendPicture"]],
      ["server-added", "request", "wider", "compatible", "note", ["getPet", "sendPicture"]],
    ],
  },
  {
    of: "Server",
    name: "of an operation instead of all",
    edit: { [`${list}/servers`]: [sandbox] },
    want: [["server-removed", "request", "narrower", "breaking", "note", ["listPets"]], note(["listPets"])],
  },
  {
    of: "Server",
    name: "the first is the second now",
    edit: { "#/servers/0": sandbox, "#/servers/1": resolvePointer(petsDocument, "#/servers/0") },
    want: [note([])],
  },
  // Server Variable
  {
    of: "Server Variable",
    name: "fewer values",
    edit: { "#/servers/0/variables/region/enum": ["eu"] },
    want: [["server-variable", "request", "narrower", "breaking", "breaking", []]],
  },
  {
    of: "Server Variable",
    name: "any value",
    edit: { "#/servers/0/variables/region/enum": undefined },
    want: [["server-variable", "request", "wider", "compatible", "compatible", []]],
  },
  {
    of: "Server Variable",
    name: "another default",
    edit: { "#/servers/0/variables/region/default": "us" },
    want: [["server-variable", "request", "different", "breaking", "note", []]],
  },
  {
    of: "Server Variable",
    name: "another name",
    edit: {
      "#/servers/0/url": "https://{area}.pets.test/v1",
      "#/servers/0/variables": { area: { default: "eu", enum: ["us", "eu"], description: "Where." } },
    },
    want: [["server-variable", "request", "equal", "note", "breaking", []]],
  },
  {
    of: "Server Variable",
    name: "described otherwise",
    edit: { "#/servers/0/variables/region/description": "There." },
    want: [note([])],
  },
  // Components, Reference
  {
    of: "Components",
    name: "one that nothing uses",
    edit: { [`${components}/parameters/Unused`]: { name: "u", in: "query", required: true } },
    want: [],
  },
  {
    of: "Reference",
    name: "inline instead",
    edit: {
      [`${items}/parameters/0`]: { name: "x-trace", in: "header", description: "A trace.", schema: text },
      [`${components}/parameters`]: undefined,
    },
    want: [["parameter-serialization", "request", "equal", "note", "breaking", ["createPet", "listPets"]]],
  },
  {
    of: "Reference",
    name: "described beside it",
    edit: { [`${list}/responses/404/description`]: "None." },
    want: [note(["listPets"])],
  },
  {
    of: "Reference",
    name: "to a path item",
    edit: {
      "#/paths/~1pets": { $ref: "#/components/pathItems/Pets" },
      [`${components}/pathItems`]: { Pets: resolvePointer(petsDocument, items) ?? {} },
    },
    want: [],
  },
  // Paths, Path Item
  {
    of: "Paths",
    name: "a path is gone",
    edit: { [item]: undefined },
    want: [
      ["operation-removed", "request", "narrower", "breaking", "breaking", ["getPet"]],
      ["operation-removed", "request", "narrower", "breaking", "breaking", ["sendPicture"]],
    ],
  },
  {
    of: "Paths",
    name: "a path moves",
    edit: {
      "#/paths/~1all": { get: { operationId: "listPets", responses: {} } },
      [list]: undefined,
    },
    want: [
      ["operation-removed", "request", "narrower", "breaking", "compatible", ["listPets"]],
      ["operation-added", "request", "wider", "compatible", "compatible", ["listPets"]],
    ],
  },
  {
    of: "Path Item",
    name: "described otherwise",
    edit: { [`${items}/summary`]: "All pets." },
    want: [note(["createPet", "listPets"])],
  },
  {
    of: "Path Item",
    name: "its parameter is optional to one operation",
    edit: {
      [`${list}/parameters/3`]: { $ref: "#/components/parameters/Trace" },
      [`${create}/parameters`]: [{ $ref: "#/components/parameters/Trace" }],
      [`${items}/parameters`]: undefined,
    },
    want: [],
  },
];
