import { note, type SurfaceCase } from "./surface-case.ts";

const create = "#/paths/~1pets/post";
const components = "#/components";
const list = "#/paths/~1pets/get";
const item = "#/paths/~1pets~1{petId}";

/** Edits, and what each does to callers. */
export const securityCases: readonly SurfaceCase[] = [
  // Security Scheme, OAuth Flows, OAuth Flow
  {
    of: "Security Scheme",
    name: "renamed",
    edit: {
      [`${components}/securitySchemes/key`]: undefined,
      [`${components}/securitySchemes/apiKey`]: {
        type: "apiKey",
        in: "header",
        name: "x-key",
        description: "A key.",
      },
      "#/security": [{ apiKey: [] }],
      [`${create}/security/1`]: { apiKey: [], token: [] },
    },
    want: [["security-scheme", "request", "equal", "note", "breaking", ["createPet", "getPet", "listPets"]]],
  },
  {
    of: "Security Scheme",
    name: "travels otherwise",
    edit: { [`${components}/securitySchemes/key/in`]: "query" },
    want: [
      ["security-scheme", "request", "different", "breaking", "note", ["createPet", "getPet", "listPets"]],
    ],
  },
  {
    of: "Security Scheme",
    name: "of another type",
    edit: { [`${components}/securitySchemes/key`]: { type: "http", scheme: "basic", description: "A key." } },
    want: [
      [
        "security-scheme",
        "request",
        "different",
        "breaking",
        "breaking",
        ["createPet", "getPet", "listPets"],
      ],
    ],
  },
  {
    of: "Security Scheme",
    name: "that nothing uses is gone",
    edit: { [`${components}/securitySchemes/open`]: undefined },
    want: [["security-scheme", "-", "narrower", "note", "breaking", []]],
  },
  {
    of: "Security Scheme",
    name: "new",
    edit: { [`${components}/securitySchemes/digest`]: { type: "http", scheme: "digest" } },
    want: [["security-scheme", "-", "wider", "note", "note", []]],
  },
  {
    of: "Security Scheme",
    name: "that nothing uses has another URL",
    edit: { [`${components}/securitySchemes/open/openIdConnectUrl`]: "https://new.test" },
    want: [["security-scheme", "request", "different", "note", "note", []]],
  },
  {
    of: "Security Scheme",
    name: "described otherwise",
    edit: { [`${components}/securitySchemes/token/bearerFormat`]: "opaque" },
    want: [note(["createPet"])],
  },
  {
    of: "OAuth Flows",
    name: "one is gone",
    edit: { [`${components}/securitySchemes/oauth/flows/implicit`]: undefined },
    want: [["security-scheme", "request", "narrower", "breaking", "note", ["createPet"]]],
  },
  {
    of: "OAuth Flows",
    name: "one is new",
    edit: {
      [`${components}/securitySchemes/oauth/flows/password`]: { tokenUrl: "https://a.test", scopes: {} },
    },
    want: [["security-scheme", "request", "wider", "compatible", "note", ["createPet"]]],
  },
  {
    of: "OAuth Flow",
    name: "another URL",
    edit: { [`${components}/securitySchemes/oauth/flows/clientCredentials/tokenUrl`]: "https://new.test" },
    want: [["security-scheme", "request", "different", "breaking", "note", ["createPet"]]],
  },
  {
    of: "OAuth Flow",
    name: "a scope is gone, and one is explained otherwise",
    edit: { [`${components}/securitySchemes/oauth/flows/clientCredentials/scopes`]: { write: "Put." } },
    want: [
      ["security-scheme", "request", "narrower", "breaking", "note", ["createPet"]],
      ["security-scheme", "request", "equal", "note", "note", ["createPet"]],
    ],
  },
  // Security Requirement
  {
    of: "Security Requirement",
    name: "anonymous no more",
    edit: { [`${item}/put/security`]: undefined },
    want: [["security-requirement", "request", "narrower", "breaking", "note", ["sendPicture"]]],
  },
  {
    of: "Security Requirement",
    name: "anonymous too",
    edit: { "#/security/1": {} },
    want: [["security-requirement", "request", "wider", "compatible", "note", ["getPet", "listPets"]]],
  },
  {
    of: "Security Requirement",
    name: "an alternative is gone",
    edit: { [`${create}/security/0`]: undefined },
    want: [["security-requirement", "request", "narrower", "breaking", "note", ["createPet"]]],
  },
  {
    of: "Security Requirement",
    name: "one scope more",
    edit: { [`${create}/security/0/oauth`]: ["write", "read"] },
    want: [["security-requirement", "request", "narrower", "breaking", "note", ["createPet"]]],
  },
  {
    of: "Security Requirement",
    name: "one scheme of two is enough",
    edit: { [`${create}/security/1`]: { token: [] } },
    want: [["security-requirement", "request", "wider", "compatible", "note", ["createPet"]]],
  },
  {
    of: "Security Requirement",
    name: "in another order, spelt out for each operation",
    edit: {
      [`${create}/security`]: [{ token: [], key: [] }, { oauth: ["write"] }],
      [`${list}/security`]: [{ key: [] }],
      [`${item}/get/security`]: [{ key: [] }],
      "#/security": undefined,
    },
    want: [],
  },
];
