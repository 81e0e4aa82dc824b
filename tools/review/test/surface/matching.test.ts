import type { SecurityScheme, Server } from "@specmill/spec";
import { expect, test } from "vitest";
import { matchItems } from "../../src/surface/match-items.ts";
import { coversMediaType, normalizeMediaType } from "../../src/surface/match-media-types.ts";
import { coversResponse } from "../../src/surface/match-responses.ts";
import { matchSchemes } from "../../src/surface/match-schemes.ts";
import { isServed } from "../../src/surface/match-servers.ts";
import { compareDocuments } from "./support/compare-documents.ts";
import { editDocument } from "./support/edit-document.ts";
import { petsDocument } from "./support/pets-document.ts";
import { rowOf } from "./tables/surface-case.ts";

test("matches what the first key leaves over by the next, each item once", () => {
  const { both, removed, added } = matchItems(
    ["a1", "b1", "c1", "c2"],
    ["b1", "a9", "a8", "c7"],
    (item) => item,
    ([letter = ""]) => letter,
  );
  expect(both).toEqual([
    { base: "a1", head: "a9" },
    { base: "b1", head: "b1" },
    { base: "c1", head: "c7" },
  ]);
  expect([removed, added]).toEqual([["c2"], ["a8"]]);
});

test.each([
  { given: "Application/JSON; Charset=UTF-8", want: "application/json" },
  { given: "multipart/form-data;boundary=x", want: "multipart/form-data" },
  { given: "application/vnd.a+json; Version=2; charset=utf-8", want: "application/vnd.a+json; version=2" },
  { given: "text/*", want: "text/*" },
])("reads the media type $given as $want", ({ given, want }) => {
  expect(normalizeMediaType(given)).toBe(want);
});

test.each([
  { range: "*/*", type: "text/*", want: true },
  { range: "text/*", type: "Text/Plain", want: true },
  { range: "text/*", type: "textual/plain", want: false },
  { range: "text/*", type: "text/*", want: false },
  { range: "text/plain", type: "text/plain", want: false },
])("$range covers $type: $want", ({ range, type, want }) => {
  expect(coversMediaType(range, type)).toBe(want);
});

test.each([
  { general: "4XX", special: "404", all: ["4XX"], want: true },
  { general: "4XX", special: "500", all: ["4XX"], want: false },
  { general: "default", special: "404", all: ["default"], want: true },
  { general: "default", special: "200", all: ["default"], want: true },
  { general: "default", special: "200", all: ["201", "default"], want: false },
  { general: "default", special: "default", all: ["default"], want: false },
])("beside $all, $general tells of $special: $want", ({ general, special, all, want }) => {
  const response = (status: string) => ({ status, pointer: "#", description: "", headers: [], content: [] });
  expect(coversResponse(response(general), response(special), all.map(response))).toBe(want);
});

const variable = (name: string, values?: readonly string[]) => ({
  name,
  default: "a",
  ...(values && { values }),
});

test.each<{ name: string; server: Server; by: Server; want: boolean }>([
  {
    name: "one of its values",
    server: { url: "https://a.test", variables: [] },
    by: { url: "https://{r}.test", variables: [variable("r", ["a", "b"])] },
    want: true,
  },
  {
    name: "none of its values",
    server: { url: "https://c.test", variables: [] },
    by: { url: "https://{r}.test", variables: [variable("r", ["a", "b"])] },
    want: false,
  },
  {
    name: "fewer values",
    server: { url: "https://{r}.test", variables: [variable("r", ["a", "b"])] },
    by: { url: "https://{s}.test", variables: [variable("s", ["a"])] },
    want: false,
  },
  {
    name: "values of its own against any",
    server: { url: "https://{r}.test", variables: [variable("r", ["a", "b"])] },
    by: { url: "https://{s}.test", variables: [variable("s")] },
    want: true,
  },
  {
    name: "any value against some",
    server: { url: "https://{r}.test", variables: [variable("r")] },
    by: { url: "https://{s}.test", variables: [variable("s", ["a"])] },
    want: false,
  },
  {
    name: "a dot that is a dot",
    server: { url: "https://axtest", variables: [] },
    by: { url: "https://a.test", variables: [] },
    want: false,
  },
])("a server is served by another: $name", ({ server, by, want }) => {
  expect(isServed(server, [by])).toBe(want);
});

const flow = (tokenUrl: string) => ({
  kind: "clientCredentials" as const,
  pointer: "#",
  tokenUrl,
  scopes: {},
});
const google: SecurityScheme = { name: "google", kind: "bearer", flows: [flow("https://g.test")] };
const github: SecurityScheme = { name: "github", kind: "bearer", flows: [flow("https://h.test")] };
const header = (name: string, parameter = "X-Key"): SecurityScheme => ({
  name,
  kind: "apiKey",
  in: "header",
  parameter,
});

test.each([
  {
    name: "a name that changed",
    base: [header("a")],
    head: [header("b", "x-key")],
    same: ["a", "b"],
    want: true,
  },
  {
    name: "two names of one header",
    base: [header("a"), header("b")],
    head: [header("a"), header("b")],
    same: ["a", "b"],
    want: true,
  },
  {
    name: "tokens of two issuers",
    base: [google, github],
    head: [google, github],
    same: ["google", "github"],
    want: false,
  },
  {
    name: "an issuer that changed its name",
    base: [google],
    head: [github, { ...google, name: "alphabet" }],
    same: ["google", "alphabet"],
    want: true,
  },
  {
    name: "a name that kept nothing but itself",
    base: [header("a")],
    head: [{ name: "a", kind: "basic" } as const],
    same: ["a", "a"],
    want: true,
  },
  {
    name: "a name whose credential lives on under another",
    base: [header("a")],
    head: [header("a", "X-New"), header("old")],
    same: ["a", "a"],
    want: false,
  },
])("schemes are one credential for $name: $want", ({ base, head, same: [before = "", after = ""], want }) => {
  const { keyOf } = matchSchemes(base, head);
  expect(keyOf("base", before) === keyOf("head", after)).toBe(want);
});

test("the style matrix sends the name of a path parameter along", () => {
  const place = "#/paths/~1pets~1{petId}";
  const matrix = { name: "petId", in: "path", required: true, style: "matrix", schema: { type: "string" } };
  const base = editDocument(petsDocument, { [`${place}/parameters/0`]: matrix });
  const renamed = JSON.stringify(base).replaceAll("{petId}", "{id}").replace('"name":"petId"', '"name":"id"');
  expect(compareDocuments(base, JSON.parse(renamed)).map(rowOf)).toEqual([
    ["path-parameter-renamed", "request", "different", "breaking", "breaking", ["getPet", "sendPicture"]],
  ]);
});

test("packages know the media type of a request by its letters where there are several", () => {
  const content = "#/components/requestBodies/Pet/content";
  const { "application/json": json, ...others } = {
    "application/json": { schema: { $ref: "#/components/schemas/Pet" } },
    "text/*": { schema: { type: "string" } },
  };
  const base = editDocument(petsDocument, { [content]: { "application/json": json, ...others } });
  const head = editDocument(petsDocument, { [content]: { "Application/JSON": json, ...others } });
  expect(compareDocuments(base, head).map(rowOf)).toEqual([
    ["request-media-type-removed", "request", "equal", "note", "breaking", ["createPet"]],
  ]);
});
