import { fileURLToPath } from "node:url";
import { isJsonObject, type JsonObject, type JsonValue, loadDocument } from "@specmill/spec";
import { beforeAll, expect, test } from "vitest";
import { compareExports } from "../../src/types/compare-exports.ts";
import { compareOperationTypes, type OperationVerdict } from "../../src/types/compare-operation-types.ts";
import { loadedOf } from "./support.ts";

const string = { type: "string" };
const hostile = "*/ \"'`\\ \u2028 $\u007b1} é";

function json(schema: JsonValue, type = "application/json"): JsonObject {
  return { content: { [type]: { schema } } };
}

function answer(schema: JsonValue, headers: JsonObject = {}): JsonObject {
  return { description: "Done.", headers, ...json(schema) };
}

function query(name: string, schema: JsonValue, required = false): JsonObject {
  return { name, in: "query", required, schema };
}

const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
});

interface Row {
  readonly name: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  /** What is not assignable, by its part. */
  readonly want: readonly string[];
}

const none = { 204: { description: "Done." } };

const rows: readonly Row[] = [
  {
    name: "the same operation",
    base: { parameters: [query("limit", string)], responses: { 200: answer(object({ a: string })) } },
    head: { parameters: [query("limit", string)], responses: { 200: answer(object({ a: string })) } },
    want: [],
  },
  {
    name: "a new required parameter where there was none",
    base: { responses: none },
    head: { parameters: [query("limit", string, true)], responses: none },
    want: ["arguments: The operation takes required arguments now."],
  },
  {
    name: "a new optional parameter where there was none",
    base: { responses: none },
    head: { parameters: [query("limit", string)], responses: none },
    want: [],
  },
  {
    name: "a parameter that becomes required",
    base: { parameters: [query("limit", string), query("page", string, true)], responses: none },
    head: { parameters: [query("limit", string, true), query("page", string, true)], responses: none },
    want: ["arguments: The property `query.limit` is required now."],
  },
  {
    name: "a parameter that is gone",
    base: { parameters: [query("limit", string), query("page", string)], responses: none },
    head: { parameters: [query("limit", string)], responses: none },
    want: ["arguments: The property `query.page` is gone."],
  },
  {
    name: "all parameters gone",
    base: { parameters: [query("limit", string)], responses: none },
    head: { responses: none },
    want: ["arguments: The operation takes no arguments any more."],
  },
  {
    name: "a parameter of another type",
    base: { parameters: [query("limit", string)], responses: none },
    head: { parameters: [query("limit", { type: "number" })], responses: none },
    want: ["arguments: The type of `query.limit` was `string` and is `number`."],
  },
  {
    name: "a point in time that becomes text, which takes no Date",
    base: { parameters: [query("since", { ...string, format: "date-time" })], responses: none },
    head: { parameters: [query("since", string)], responses: none },
    want: ["arguments: The type of `query.since` was `Date` and is `string`."],
  },
  {
    name: "a list as a parameter",
    base: { parameters: [query("tags", { type: "array", items: string })], responses: none },
    head: { parameters: [query("tags", { type: "array", items: string, maxItems: 3 })], responses: none },
    want: [],
  },
  {
    name: "a body that becomes required",
    base: {
      parameters: [query("a", string, true)],
      requestBody: json(object({ a: string })),
      responses: none,
    },
    head: {
      parameters: [query("a", string, true)],
      requestBody: { required: true, ...json(object({ a: string })) },
      responses: none,
    },
    want: ["arguments: The property `body` is required now."],
  },
  {
    name: "a property of a body that is gone",
    base: { requestBody: json(object({ a: string, b: string })), responses: none },
    head: { requestBody: json(object({ a: string })), responses: none },
    want: ["arguments: The property `body.b` is gone."],
  },
  {
    name: "a second media type of a request",
    base: { requestBody: json(object({ a: string })), responses: none },
    head: {
      requestBody: { content: { ...(json(object({ a: string }))["content"] as JsonObject), "text/csv": {} } },
      responses: none,
    },
    want: [],
  },
  {
    name: "bytes that a request takes no more",
    base: { requestBody: { content: { "image/png": {} } }, responses: none },
    head: { requestBody: { content: { "text/plain": {} } }, responses: none },
    want: ["arguments: The type of `body` was `Blob` and is `string`."],
  },
  {
    name: "an error status that is gone",
    base: { responses: { ...none, 404: answer(object({ a: string })) } },
    head: { responses: none },
    want: ["status 404: The status `404` is gone."],
  },
  {
    name: "a new status",
    base: { responses: none },
    head: { responses: { ...none, 404: answer(object({ a: string })), default: { description: "Other." } } },
    want: [],
  },
  {
    name: "a range of statuses that becomes single ones",
    base: { responses: { "4XX": { description: "Bad." } } },
    head: { responses: { 404: { description: "Bad." } } },
    want: ["status 4XX: The status `4XX` is gone."],
  },
  {
    name: "an optional property of a response that is gone",
    base: { responses: { 200: answer(object({ a: string, b: string })) } },
    head: { responses: { 200: answer(object({ a: string })) } },
    want: ["data 200: The property `b` is gone."],
  },
  {
    name: "a media type of a response that is gone",
    base: {
      responses: {
        200: { description: "", content: { "application/json": { schema: string }, "text/csv": {} } },
      },
    },
    head: { responses: { 200: answer(string) } },
    want: ["media-type 200 text/csv: The media type `text/csv` is gone."],
  },
  {
    name: "a media type of a response that is new, and widens what comes",
    base: { responses: { 200: answer(object({ a: string })) } },
    head: {
      responses: {
        200: {
          description: "",
          content: { "application/json": { schema: object({ a: string }) }, "image/png": {} },
        },
      },
    },
    want: ["data 200: The type was `{ a: string; }` and is `Blob`."],
  },
  {
    name: "a response that has no body any more",
    base: { responses: { 200: answer(object({ a: string })) } },
    head: { responses: { 200: { description: "" } } },
    want: [
      "media-type 200 application/json: The media type `application/json` is gone.",
      "data 200: The type was `{ a: string; }` and is `undefined`.",
    ],
  },
  {
    name: "a header that is gone, and one of another type",
    base: { responses: { 200: answer(string, { "X-A": { schema: string }, "X-B": { schema: string } }) } },
    head: { responses: { 200: answer(string, { "X-B": { schema: { type: "integer" } } }) } },
    want: ["headers 200: The property `X-A` is gone."],
  },
  {
    name: "a response that says nothing of itself any more",
    base: { responses: { 200: answer({}) } },
    head: { responses: { 200: answer(string) } },
    want: ["data 200: unknown"],
  },
  {
    name: "names that are made to escape",
    base: {
      description: hostile,
      parameters: [query(hostile, { enum: [hostile] })],
      responses: {
        200: { description: hostile, content: { [`application/json; a="${hostile}"`]: { schema: string } } },
      },
    },
    head: {
      description: hostile,
      parameters: [query(hostile, { enum: [`${hostile}!`] })],
      responses: { 200: { description: hostile, content: { "application/json": { schema: string } } } },
    },
    want: [
      `arguments: The type of \`query.${hostile}\` was`,
      `media-type 200 application/json; a="${hostile}": The media type`,
    ],
  },
];

let verdicts: readonly OperationVerdict[] = [];

beforeAll(async () => {
  const write = (side: "base" | "head") =>
    loadedOf(
      {},
      {
        paths: Object.fromEntries(
          rows.map((row, index) => [
            `/rows/${index}`,
            { post: { operationId: `row-${index}`, ...row[side] } },
          ]),
        ),
      },
    );
  verdicts = await compareOperationTypes(
    write("base"),
    write("head"),
    rows.map((_, index) => ({ base: `row-${index}`, head: `row-${index}` })),
  );
});

test.each(rows.map((row, index) => ({ ...row, index })))("$name", ({ index, want }) => {
  const told = verdicts
    .filter(({ operation, verdict }) => operation.base === `row-${index}` && verdict.kind !== "assignable")
    .map(({ part, verdict }) => {
      const { kind, ...of } = part;
      const words = [kind, ...Object.values(of)].join(" ");
      return `${words}: ${verdict.kind === "broken" ? verdict.message : verdict.kind}`;
    });
  expect(told).toHaveLength(want.length);
  for (const [place, start] of want.entries()) expect(told[place]?.startsWith(start), told[place]).toBe(true);
});

test("an operation with another name, without a name, or behind a reference is compared", async () => {
  const operation = { parameters: [query("a", string)], responses: none };
  const base = loadedOf(
    {},
    { paths: { "/a/{b}": { get: operation }, "/c": { get: { operationId: "old", ...operation } } } },
  );
  const head = loadedOf(
    {},
    {
      paths: {
        "/a/{b}": { $ref: "#/components/pathItems/A" },
        "/c": { get: { operationId: "new", responses: none } },
      },
      components: { pathItems: { A: { get: { responses: none } } } },
    },
  );
  const pairs = [
    { base: "get-a-b", head: "get-a-b" },
    { base: "old", head: "new" },
  ];
  const found = await compareOperationTypes(base, head, pairs);
  const broken = found.filter(({ verdict }) => verdict.kind === "broken");
  expect(broken.map(({ operation: { base: name } }) => name)).toEqual(["get-a-b", "old"]);
});

test("an operation that is not there is an error", async () => {
  const loaded = loadedOf({}, { paths: { "/a": { get: { operationId: "a", responses: none } } } });
  await expect(compareOperationTypes(loaded, loaded, [{ base: "a", head: "b" }])).rejects.toThrow("b");
  expect(await compareOperationTypes(loaded, loaded, [])).toEqual([]);
});

test("exported names that are gone or new are told, with the methods of the client", () => {
  const write = (id: string, schema: string, scheme: JsonObject) =>
    loadedOf(
      { [schema]: object({ a: string }) },
      {
        paths: { "/a": { get: { operationId: id, responses: none } } },
        components: { securitySchemes: scheme },
      },
    );
  const base = write("readThing", "Thing", { key: { type: "http", scheme: "bearer" } });
  const head = write("getThing", "Item", {});
  const difference = compareExports(base, head, "shop");
  const words = (names: typeof difference.gone) => names.map(({ of, name }) => `${of} ${name}`);
  expect(words(difference.gone)).toEqual([
    ". ShopAuth",
    ". ReadThingResult",
    ". Thing",
    "./schemas Thing",
    "method readThing",
  ]);
  expect(words(difference.added)).toEqual([
    ". GetThingResult",
    ". Item",
    "./schemas Item",
    "method getThing",
  ]);
  expect(compareExports(base, base, "shop")).toEqual({ gone: [], added: [] });
});

test("a document of the house compared with itself says nothing", async () => {
  const file = fileURLToPath(new URL("../../../../specs/upsun-profile/openapi.yaml", import.meta.url));
  const result = await loadDocument(file);
  if (result.kind !== "loaded") throw new Error("The document does not load.");
  const { loaded } = result;
  const paths = loaded.document["paths"];
  const ids = Object.values(isJsonObject(paths) ? paths : {}).flatMap((item) =>
    Object.values(isJsonObject(item) ? item : {}).flatMap((operation) =>
      isJsonObject(operation) && typeof operation["operationId"] === "string"
        ? [operation["operationId"]]
        : [],
    ),
  );
  expect(ids.length).toBeGreaterThan(0);
  const found = await compareOperationTypes(
    loaded,
    loaded,
    ids.map((id) => ({ base: id, head: id })),
  );
  expect(found.length).toBeGreaterThan(ids.length);
  expect(found.filter(({ verdict }) => verdict.kind === "broken")).toEqual([]);
});
