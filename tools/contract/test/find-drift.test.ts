import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { collectDrift } from "../src/upstream/collect-drift.ts";
import { createDriftContext } from "../src/upstream/drift-context.ts";
import { findDrift } from "../src/upstream/find-drift.ts";
import type { Exchange } from "../src/wire/exchange.ts";
import { readRequest } from "../src/wire/read-request.ts";
import { applyPatch } from "./apply-patch.ts";
import { exchangeOf, petsDocument, rex } from "./drift-documents.ts";

const pet = "#/components/schemas/Pet";
const getPet = "#/paths/~1pets~1{petId}/get";
const addPet = "#/paths/~1pets/post";
const listPets = "#/paths/~1pets/get";
const added = { method: "POST", target: "/pets", headers: { "x-shop": "a" } };
const created = { status: 201, json: rex };

interface Given {
  readonly name: string;
  readonly exchange: Exchange;
  /** Kind, place and what was seen. */
  readonly want: readonly string[];
}

const table: readonly Given[] = [
  { name: "traffic as documented is no drift", exchange: exchangeOf({}, { json: rex }), want: [] },
  {
    name: "a property that nobody described",
    exchange: exchangeOf({}, { json: { ...rex, colour: "brown" } }),
    want: [`undocumented-property ${pet}/properties/colour string`],
  },
  {
    name: "null where a string was promised",
    exchange: exchangeOf({}, { json: { ...rex, name: null } }),
    want: [`undocumented-null ${pet}/properties/name/type null`],
  },
  {
    name: "a number with a fraction where integers were promised",
    exchange: exchangeOf({}, { json: { ...rex, age: 1.5 } }),
    want: [`undocumented-type ${pet}/properties/age/type number`],
  },
  {
    name: "a text where integers were promised",
    exchange: exchangeOf({}, { json: { ...rex, age: "old" } }),
    want: [`undocumented-type ${pet}/properties/age/type string`],
  },
  {
    name: "a text deep in a list that is none",
    exchange: exchangeOf({}, { json: { ...rex, tags: ["a", 7] } }),
    want: [`undocumented-type ${pet}/properties/tags/items/type integer`],
  },
  {
    name: "a new constant in an enum",
    exchange: exchangeOf({}, { json: { ...rex, kind: "bird" } }),
    want: [`undocumented-value ${pet}/properties/kind/enum "bird"`],
  },
  {
    name: "a value of an enum that may be a secret is not kept",
    exchange: exchangeOf({}, { json: { ...rex, kind: "sk_live_4eC39HqLyjWDarjtT1" } }),
    want: [`undocumented-value ${pet}/properties/kind/enum string`],
  },
  {
    name: "a text that is not of its format",
    exchange: exchangeOf({}, { json: { ...rex, born: "yesterday" } }),
    want: [`undocumented-format ${pet}/properties/born/format string`],
  },
  {
    name: "a value beyond a bound",
    exchange: exchangeOf({}, { json: { ...rex, age: 41 } }),
    want: [`broken-constraint ${pet}/properties/age/maximum integer`],
  },
  {
    name: "a required property that is missing",
    exchange: exchangeOf({}, { json: { name: "Rex" } }),
    want: [`missing-required ${pet}/required/1 `],
  },
  {
    name: "two required properties that are missing",
    exchange: exchangeOf({}, { json: {} }),
    want: [`missing-required ${pet}/required/0 `, `missing-required ${pet}/required/1 `],
  },
  {
    name: "a status that nobody described",
    exchange: exchangeOf({}, { status: 410 }),
    want: [`undocumented-status ${getPet}/responses/410 410`],
  },
  {
    name: "an undocumented status with all that it brings",
    exchange: exchangeOf(
      {},
      { status: 409, json: { reason: { code: 7, texts: ["a", null] } }, headers: { "x-why": "b" } },
    ),
    want: [`undocumented-status ${getPet}/responses/409 409`],
  },
  {
    name: "another media type",
    exchange: exchangeOf({}, { headers: { "content-type": "text/html; charset=utf-8" }, body: "<p>" }),
    want: [`undocumented-media-type ${getPet}/responses/200/content/text~1html text/html`],
  },
  {
    name: "an operation on a path that nobody described",
    exchange: exchangeOf({ target: "/shops/12/owners/5f6d3b1e9d3f4a0012345678?all=1" }, { json: [] }),
    want: ["undocumented-operation #/paths/~1shops~1{id}~1owners~1{id2}/get 200"],
  },
  {
    name: "a method that nobody described, on a path that somebody did",
    exchange: exchangeOf({ method: "DELETE" }, { status: 204 }),
    want: ["undocumented-operation #/paths/~1pets~1{petId}/delete 204"],
  },
  {
    name: "what the server does not have either is no operation",
    exchange: exchangeOf({ target: "/favicon.ico" }, { status: 404 }),
    want: [],
  },
  {
    name: "the question of a browser if it may ask is no operation",
    exchange: exchangeOf(
      { method: "OPTIONS", headers: { "access-control-request-method": "GET" } },
      { status: 204 },
    ),
    want: [],
  },
  {
    name: "HEAD is GET without a body",
    exchange: exchangeOf({ method: "HEAD" }, { headers: { "content-type": "application/json" } }),
    want: [],
  },
  {
    name: "a header of the answer that nobody described",
    exchange: exchangeOf(
      {},
      { json: rex, headers: { "x-cost": "12", etag: '"1"', "x-request-id": "9", server: "s" } },
    ),
    want: [`undocumented-header ${getPet}/responses/200/headers/x-cost string`],
  },
  {
    name: "a header of the answer that is missing",
    exchange: exchangeOf({ target: "/pets" }, { json: [] }),
    want: [`missing-required ${listPets}/responses/200/headers/X-Total/required `],
  },
  {
    name: "a header of the answer that is something else",
    exchange: exchangeOf({ target: "/pets" }, { json: [], headers: { "x-total": "many" } }),
    want: [`undocumented-type ${listPets}/responses/200/headers/X-Total/schema/type string`],
  },
  {
    name: "a query parameter that nobody described",
    exchange: exchangeOf({ target: "/pets?limit=2&sort=name" }, { json: [], headers: { "x-total": "0" } }),
    want: [`undocumented-query-parameter ${listPets}/parameters string`],
  },
  {
    name: "a query parameter of another type",
    exchange: exchangeOf({ target: "/pets?limit=all" }, { json: [], headers: { "x-total": "0" } }),
    want: [`undocumented-type ${listPets}/parameters/0/schema/type string`],
  },
  {
    name: "a request header that nobody described, and none of those that everybody knows",
    exchange: exchangeOf(
      {
        ...added,
        headers: {
          "x-shop": "a",
          "x-key": "k",
          "x-mode": "fast",
          "user-agent": "u",
          traceparent: "t",
          "sec-fetch-mode": "cors",
        },
        json: rex,
      },
      created,
    ),
    want: [`undocumented-header ${addPet}/parameters string`],
  },
  {
    name: "a property of a request that nobody described",
    exchange: exchangeOf({ ...added, json: { ...rex, chip: 5 } }, created),
    want: [`undocumented-property ${pet}/properties/chip integer`],
  },
  {
    name: "a request without what it must have",
    exchange: exchangeOf({ method: "POST", target: "/pets", json: { name: "Rex" } }, created),
    want: [`missing-required ${pet}/required/1 `, `missing-required ${addPet}/parameters/0/required `],
  },
  {
    name: "a request without its body",
    exchange: exchangeOf({ ...added }, created),
    want: [`missing-required ${addPet}/requestBody/required `],
  },
  {
    name: "a request in another media type",
    exchange: exchangeOf(
      {
        ...added,
        headers: { "x-shop": "a", "content-type": "application/x-www-form-urlencoded" },
        body: "name=Rex",
      },
      created,
    ),
    want: [
      `undocumented-media-type ${addPet}/requestBody/content/application~1x-www-form-urlencoded application/x-www-form-urlencoded`,
    ],
  },
  {
    name: "a request that was refused proves nothing of the document",
    exchange: exchangeOf({ ...added, json: { ...rex, chip: 5, age: "old" } }, { status: 422 }),
    want: [],
  },
  {
    name: "a body of JSON that is none",
    exchange: exchangeOf({}, { headers: { "content-type": "application/json" }, body: "<html>" }),
    want: [`unreadable ${getPet}/responses/200 `],
  },
];

test.each(table)("$name", ({ exchange, want }) => {
  const found = findDrift(createDriftContext(petsDocument(), readRequest), exchange);
  expect(
    found.map(({ kind, pointer, observed }) => `${kind} ${pointer} ${observed.join(",")}`).sort(),
  ).toEqual(want);
});

const patchable = table.filter(({ want }) => !want.some((one) => one.startsWith("unreadable")));

test.each((["3.0.3", "3.1.0"] as const).flatMap((version) => patchable.map((row) => ({ version, ...row }))))(
  "with its patch, a document of $version has no drift: $name",
  ({ version, exchange }) => {
    const document = petsDocument(version);
    const collector = collectDrift(document);
    collector.add(exchange);
    const report = collector.report();
    for (const { patch } of report.findings) expect(patch.length).toBeGreaterThan(0);
    expect(listDrift(applyPatch(document, report.patch), [exchange])).toEqual([]);
  },
);

test("one patch makes up for all the drift there was, in whatever order it came", () => {
  const document = petsDocument();
  const traffic = patchable.map(({ exchange }) => exchange);
  for (const order of [traffic, [...traffic].reverse()]) {
    const collector = collectDrift(document);
    for (const exchange of order) collector.add(exchange);
    expect(listDrift(applyPatch(document, collector.report().patch), order)).toEqual([]);
  }
});

function listDrift(document: JsonObject, traffic: readonly Exchange[]): readonly string[] {
  const context = createDriftContext(document, readRequest);
  return traffic
    .flatMap((exchange) => findDrift(context, exchange))
    .map(({ kind, pointer }) => `${kind} ${pointer}`);
}
