import { note, type SurfaceCase } from "./surface-case.ts";

const list = "#/paths/~1pets/get";
const create = "#/paths/~1pets/post";
const picture = "#/paths/~1pets~1{petId}/put/requestBody/content/multipart~1form-data";
const components = "#/components";
const text = { type: "string" };
const done = "createPet callback done post";

/** Edits, and what each does to callers. */
export const bodyCases: readonly SurfaceCase[] = [
  // Request Body, Media Type
  {
    of: "Request Body",
    name: "gone",
    edit: { [`${create}/requestBody`]: undefined },
    want: [["request-body-removed", "request", "different", "breaking", "breaking", ["createPet"]]],
  },
  {
    of: "Request Body",
    name: "new and optional",
    edit: { [`${list}/requestBody`]: { content: {} } },
    want: [["request-body-added", "request", "wider", "compatible", "compatible", ["listPets"]]],
  },
  {
    of: "Request Body",
    name: "optional now",
    edit: { [`${components}/requestBodies/Pet/required`]: false },
    want: [["request-body-required", "request", "wider", "compatible", "compatible", ["createPet"]]],
  },
  {
    of: "Request Body",
    name: "described",
    edit: { [`${components}/requestBodies/Pet/description`]: "A pet." },
    want: [note(["createPet"])],
  },
  {
    of: "Media Type",
    name: "gone from a request",
    edit: { [`${components}/requestBodies/Pet/content/application~1json`]: undefined },
    want: [["request-media-type-removed", "request", "narrower", "breaking", "breaking", ["createPet"]]],
  },
  {
    of: "Media Type",
    name: "new in a request",
    edit: { [`${components}/requestBodies/Pet/content/application~1xml`]: {} },
    want: [["request-media-type-added", "request", "wider", "compatible", "compatible", ["createPet"]]],
  },
  {
    of: "Media Type",
    name: "of a range",
    edit: { [`${components}/requestBodies/Pet/content/text~1plain`]: { schema: text } },
    want: [],
  },
  {
    of: "Media Type",
    name: "a range is one of its types",
    edit: {
      [`${components}/requestBodies/Pet/content/text~1*`]: undefined,
      [`${components}/requestBodies/Pet/content/text~1plain`]: { schema: { type: "integer" } },
    },
    want: [
      ["request-media-type-removed", "request", "narrower", "breaking", "breaking", ["createPet"]],
      ["request-values", "request", "different", "breaking", "note", ["createPet"]],
    ],
  },
  {
    of: "Media Type",
    name: "in other letters, with a charset",
    edit: {
      [`${list}/responses/200/content/text~1csv`]: undefined,
      [`${list}/responses/200/content/Text~1CSV; charset=utf-8`]: {},
    },
    want: [],
  },
  {
    of: "Media Type",
    name: "gone from a response",
    edit: { [`${list}/responses/200/content/text~1csv`]: undefined },
    want: [["response-media-type-removed", "response", "narrower", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Media Type",
    name: "new in a response",
    edit: { [`${list}/responses/200/content/text~1plain`]: {} },
    want: [["response-media-type-added", "response", "wider", "compatible", "compatible", ["listPets"]]],
  },
  {
    of: "Media Type",
    name: "without a schema",
    edit: { [`${list}/responses/200/content/application~1json/schema`]: undefined },
    want: [["response-schema", "response", "wider", "breaking", "breaking", ["listPets"]]],
  },
  {
    of: "Media Type",
    name: "with a schema that allows everything",
    edit: { [`${list}/responses/200/content/text~1csv/schema`]: { description: "Any." } },
    want: [],
  },
  // Encoding
  {
    of: "Encoding",
    name: "other media types",
    edit: { [`${picture}/encoding/file/contentType`]: "image/png, image/gif" },
    want: [["request-encoding", "request", "wider", "compatible", "note", ["sendPicture"]]],
  },
  {
    of: "Encoding",
    name: "gone",
    edit: { [`${picture}/encoding`]: undefined },
    want: [
      ["request-encoding", "request", "different", "breaking", "note", ["sendPicture"]],
      ["request-encoding", "request", "narrower", "breaking", "note", ["sendPicture"]],
    ],
  },
  {
    of: "Encoding",
    name: "defaults spelt out",
    edit: { [`${picture}/encoding/tags`]: { contentType: "text/plain", style: "form", explode: true } },
    want: [],
  },
  {
    of: "Encoding",
    name: "another style",
    edit: { [`${picture}/encoding/tags`]: { style: "pipeDelimited" } },
    want: [["request-encoding", "request", "different", "breaking", "note", ["sendPicture"]]],
  },
  // Schema, Discriminator, XML: what is in them is for the comparison of schemas; here is whom they reach.
  {
    of: "Schema",
    name: "of a component, both ways",
    edit: { [`${components}/schemas/Pet/type`]: "string" },
    want: [
      ["request-values", "request", "different", "breaking", "note", ["createPet"]],
      ["response-values", "response", "different", "breaking", "note", [done, "getPet", "webhook lost post"]],
    ],
  },
  {
    of: "Discriminator",
    name: "new",
    edit: { [`${components}/schemas/Pet/discriminator`]: { propertyName: "name" } },
    want: [
      ["request-values", "request", "different", "breaking", "note", ["createPet"]],
      ["response-values", "response", "different", "breaking", "note", [done, "getPet", "webhook lost post"]],
    ],
  },
  {
    of: "XML",
    name: "new",
    edit: { [`${components}/schemas/Pet/xml`]: { name: "pet" } },
    want: [
      ["request-values", "request", "different", "breaking", "note", ["createPet"]],
      ["response-values", "response", "different", "breaking", "note", [done, "getPet", "webhook lost post"]],
    ],
  },
];
