import {
  type ClockifyCustomFieldValueClientOptions,
  type CustomFieldValue,
  createClockifyCustomFieldValueClient,
  type UpdateUserCustomFieldValueArguments,
  type UserCustomFieldValue,
  type UserCustomFieldValueUpdate,
} from "@specmill/clockify-custom-field-value";
import { assert, expect, expectTypeOf, test } from "vitest";
import { findOwnHeaders, findViolations, readRefusal, serveMock } from "../serve-mock.ts";

const mock = await serveMock("clockify-custom-field-value");
const path = {
  workspaceId: "64a687e29ae1f428e7ebe303",
  userId: "5a0ab5acb07987125438b60f",
  customFieldId: "5e4117fe8c625f38930d57b7",
};
const place =
  "/v1/workspaces/64a687e29ae1f428e7ebe303/users/5a0ab5acb07987125438b60f/custom-field/5e4117fe8c625f38930d57b7/value";
const json = { accept: "application/json", "content-type": "application/json" };

type Options = ClockifyCustomFieldValueClientOptions;

/** A client of the mock, with the key of a user unless told otherwise. */
function connect(auth: Options["auth"] = { apiKey: "k3y" }) {
  return createClockifyCustomFieldValueClient({ baseUrl: mock.url, fetch: mock.fetch, auth });
}

const tin = { customFieldId: "5e4117fe8c625f38930d57b7", customFieldName: "TIN", customFieldType: "TXT" };
const values: { example: string; value: CustomFieldValue; wire: string; field: object }[] = [
  { example: "text", value: "20231211-12345", wire: '"20231211-12345"', field: tin },
  {
    example: "number",
    value: 37.5,
    wire: "37.5",
    field: {
      customFieldId: "5e4117fe8c625f38930d57b8",
      customFieldName: "contract hours",
      customFieldType: "NUMBER",
    },
  },
  {
    example: "dropdownSingle",
    value: "Belgrade",
    wire: '"Belgrade"',
    field: {
      customFieldId: "5e4117fe8c625f38930d57b9",
      customFieldName: "home office",
      customFieldType: "DROPDOWN_SINGLE",
    },
  },
  {
    example: "dropdownMultiple",
    value: ["London", "Manila"],
    wire: '["London","Manila"]',
    field: {
      customFieldId: "44a687e29ae1f428e7ebe303",
      customFieldName: "location",
      customFieldType: "DROPDOWN_MULTIPLE",
    },
  },
  {
    example: "checkbox",
    value: true,
    wire: "true",
    field: {
      customFieldId: "5e4117fe8c625f38930d57ba",
      customFieldName: "first aider",
      customFieldType: "CHECKBOX",
    },
  },
  {
    example: "link",
    value: "https://www.example.com/people/john-doe",
    wire: '"https://www.example.com/people/john-doe"',
    field: {
      customFieldId: "5e4117fe8c625f38930d57bb",
      customFieldName: "staff page",
      customFieldType: "LINK",
    },
  },
  { example: "jsonNull", value: null, wire: "null", field: tin },
  {
    example: "jsonObject",
    value: { number: "20231211-12345" },
    wire: '{"number":"20231211-12345"}',
    field: tin,
  },
];

test.each(values)(
  "the value of the example $example travels as $wire and comes back in a 201",
  async ({ example, value, wire, field }) => {
    const headers = { prefer: `code=201, example=${example}` };
    const result = await connect().updateUserCustomFieldValue({ path, body: { value } }, { headers });
    assert(result.status === 201, String(result.status));
    expect(result.ok).toBe(true);
    expect(result.data).toEqual({ ...field, userId: "5a0ab5acb07987125438b60f", value });
    expect(mock.sent).toMatchObject([{ body: `{"value":${wire}}` }]);
    expect(findViolations(result.response, "request")).toEqual([]);
    expect(findOwnHeaders(result.response)).toEqual(["content-type"]);
    expect(result.response.headers.get("content-type")).toBe("application/json");
  },
);

test("the success is a 201, never a 200, and a value may be any JSON", async () => {
  const result = await connect().updateUserCustomFieldValue({ path, body: {} });
  assert(result.ok, String(result.status));
  expect(result.status).toBe(201);
  expectTypeOf(result.status).toEqualTypeOf<201>();
  expectTypeOf(result.data).toEqualTypeOf<UserCustomFieldValue>();
  expectTypeOf(result.data.customFieldType).toEqualTypeOf<
    "TXT" | "NUMBER" | "DROPDOWN_SINGLE" | "DROPDOWN_MULTIPLE" | "CHECKBOX" | "LINK" | undefined
  >();
  expectTypeOf<Record<string, unknown>>().toExtend<CustomFieldValue>();
  expectTypeOf<unknown[] | string | number | boolean | null>().toExtend<CustomFieldValue>();
});

test("a 200, which the page does not document, is undocumented", async () => {
  const client = createClockifyCustomFieldValueClient({ fetch: async () => Response.json({ value: "x" }) });
  const result = await client.updateUserCustomFieldValue({ path, body: { value: "x" } });
  expect(result).toMatchObject({ ok: false, status: "undocumented", data: { value: "x" } });
});

test("an absent value is not a value of null: the object is sent empty, and taken", async () => {
  expect(await connect().updateUserCustomFieldValue({ path, body: {} })).toMatchObject({ status: 201 });
  expect(mock.sent).toMatchObject([{ body: "{}" }]);
});

const credentials: { name: string; auth: Options["auth"]; headers: object }[] = [
  { name: "the key of a user", auth: { apiKey: "k" }, headers: { "x-api-key": "k" } },
  { name: "the token of an add-on", auth: { addonToken: "t" }, headers: { "x-addon-token": "t" } },
  { name: "of both, the key", auth: { addonToken: "t", apiKey: "k" }, headers: { "x-api-key": "k" } },
  {
    name: "the token in place of a key that is not there now",
    auth: { apiKey: async () => undefined, addonToken: () => "t" },
    headers: { "x-addon-token": "t" },
  },
];

test.each(credentials)("$name travels alone, in its own header, and is taken", async ({ auth, headers }) => {
  const result = await connect(auth).updateUserCustomFieldValue({ path, body: { value: 1 } });
  expect(result).toMatchObject({ ok: true, status: 201 });
  expect(mock.sent).toEqual([
    { method: "PUT", path: place, headers: { ...json, ...headers }, body: '{"value":1}' },
  ]);
});

test("without credentials none is sent, and the 401 that the page does not document is undocumented", async () => {
  const result = await connect({}).updateUserCustomFieldValue({ path, body: { value: 1 } });
  expect(result.ok).toBe(false);
  expect(readRefusal(result)).toBe("401");
  expect(mock.sent).toEqual([{ method: "PUT", path: place, headers: json, body: '{"value":1}' }]);
});

test("a bearer token is refused by the types, and not sent", async () => {
  // @ts-expect-error Clockify has a key and a token of its own
  const result = await connect({ bearer: "s3cret" }).updateUserCustomFieldValue({ path, body: {} });
  expect(readRefusal(result)).toBe("401");
  expect(JSON.stringify(mock.sent)).not.toContain("s3cret");
});

const refused: { name: string; body: UserCustomFieldValueUpdate; want: string }[] = [
  // @ts-expect-error
  { name: "the value itself, without an object around it,", body: "20231211-12345", want: "422 body type" },
  // @ts-expect-error
  { name: "a list", body: ["20231211-12345"], want: "422 body type" },
  // @ts-expect-error
  { name: "a body of null", body: null, want: "422 required" },
];

test.each(refused)("$name is refused by the types and by the server", async ({ body, want }) => {
  expect(readRefusal(await connect().updateUserCustomFieldValue({ path, body }))).toBe(want);
});

test("a call without a body is sent without one, and refused", async () => {
  // @ts-expect-error the body is required
  expect(readRefusal(await connect().updateUserCustomFieldValue({ path }))).toBe("422 required");
  const headers = { accept: "application/json", "x-api-key": "k3y" };
  expect(mock.sent).toEqual([{ method: "PUT", path: place, headers, body: "" }]);
});

const names = ["workspaceId", "userId", "customFieldId"];
const strays = ["", ".", ".."].flatMap((value) => names.map((name) => ({ name, value })));

test.each(strays)("a $name of $value is not sent, for it leads to another path", async ({ name, value }) => {
  const result = await connect().updateUserCustomFieldValue({ path: { ...path, [name]: value }, body: {} });
  expect(result).toMatchObject({ ok: false, status: "invalid-request" });
  expect(mock.sent).toEqual([]);
});

const { workspaceId, userId, customFieldId } = path;
const incomplete: { missing: string; path: UpdateUserCustomFieldValueArguments["path"] }[] = [
  // @ts-expect-error
  { missing: "workspaceId", path: { userId, customFieldId } },
  // @ts-expect-error
  { missing: "userId", path: { workspaceId, customFieldId } },
  // @ts-expect-error
  { missing: "customFieldId", path: { workspaceId, userId } },
];

test.each(incomplete)("a call without the $missing is not sent", async ({ missing, path }) => {
  const result = await connect().updateUserCustomFieldValue({ path, body: {} });
  assert(result.status === "invalid-request", String(result.status));
  expect(result.error.message).toContain(missing);
  expect(mock.sent).toEqual([]);
});

test.each([
  { id: "a/b", segment: "a%2Fb" },
  { id: "../../..", segment: "..%2F..%2F.." },
  { id: "a?b#c", segment: "a%3Fb%23c" },
  { id: "100% {x}", segment: "100%25%20%7Bx%7D" },
])("the identifier $id stays one segment of the same path", async ({ id, segment }) => {
  const result = await connect().updateUserCustomFieldValue({ path: { ...path, userId: id }, body: {} });
  expect(result).toMatchObject({ status: 201 });
  expect(mock.sent[0]?.path.split("/")[5]).toBe(segment);
});

test.each([
  { name: "a POST", method: "POST", type: "application/json", want: 405 },
  { name: "text", method: "PUT", type: "text/plain", want: 415 },
])("$name is refused", async ({ method, type, want }) => {
  const headers = { "x-api-key": "k3y", "content-type": type };
  const request = new Request(mock.url + place, { method, headers, body: '{"value":1}' });
  expect((await mock.fetch(request)).status).toBe(want);
});

const regional = "https://{region}.clockify.me/api";
const own = "https://{subdomain}.clockify.me/api";
// Neither the documentation host nor the time-off product is a server.
type Server = NonNullable<Options["server"]>;
expectTypeOf<Server["url"]>().toEqualTypeOf<"https://api.clockify.me/api" | typeof regional | typeof own>();
type Region = NonNullable<Extract<Server, { url: typeof regional }>["variables"]>["region"];
expectTypeOf<Region>().toEqualTypeOf<"euc1" | "use2" | "euw2" | "apse2" | undefined>();

const servers: { options: Options; host: string }[] = [
  { options: {}, host: "api" },
  { options: { server: { url: "https://api.clockify.me/api" } }, host: "api" },
  { options: { server: { url: regional } }, host: "euc1" },
  { options: { server: { url: regional, variables: { region: "euc1" } } }, host: "euc1" },
  { options: { server: { url: regional, variables: { region: "use2" } } }, host: "use2" },
  { options: { server: { url: regional, variables: { region: "euw2" } } }, host: "euw2" },
  { options: { server: { url: regional, variables: { region: "apse2" } } }, host: "apse2" },
  { options: { server: { url: own, variables: { subdomain: "acme" } } }, host: "acme" },
];

test.each(servers)("given $options, a call goes to the host $host", async ({ options, host }) => {
  const urls: string[] = [];
  const fetch = async ({ url }: Request) => {
    urls.push(url);
    return Response.json({ value: 1 }, { status: 201 });
  };
  const client = createClockifyCustomFieldValueClient({ ...options, fetch });
  const result = await client.updateUserCustomFieldValue({ path, body: { value: 1 } });
  expect(result).toMatchObject({ status: 201, data: { value: 1 } });
  expect(urls).toEqual([`https://${host}.clockify.me/api${place}`]);
});
