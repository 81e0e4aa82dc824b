import {
  type ClockifyMemberProfileClientOptions,
  createClockifyMemberProfileClient,
  type MemberProfile,
  type MemberProfileUpdate,
  type UpdateMemberProfileArguments,
  type WorkingDays,
} from "@specmill/clockify-member-profile";
import { assert, expect, expectTypeOf, test } from "vitest";
import { findOwnHeaders, findViolations, readRefusal, serveMock } from "../serve-mock.ts";

const mock = await serveMock("clockify-member-profile");
const path = { workspaceId: "64a687e29ae1f428e7ebe303", userId: "5a0ab5acb07987125438b60f" };
const place = "/v1/workspaces/64a687e29ae1f428e7ebe303/member-profile/5a0ab5acb07987125438b60f";
const json = { accept: "application/json", "content-type": "application/json" };
const daysAsText = '["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"]';
const imageUrl = "https://www.url.com/imageurl-1234567890.jpg";

type Options = ClockifyMemberProfileClientOptions;

/** A client of the mock, with the key of a user unless told otherwise. */
function connect(auth: Options["auth"] = { apiKey: "k3y" }) {
  return createClockifyMemberProfileClient({ baseUrl: mock.url, fetch: mock.fetch, auth });
}

/** The profile of a named example, out of a documented 200. */
async function fetchProfile(example: string): Promise<MemberProfile> {
  const headers = { prefer: `code=200, example=${example}` };
  const result = await connect().updateMemberProfile({ path, body: {} }, { headers });
  assert(result.status === 200, String(result.status));
  expect(result.ok).toBe(true);
  expect(findViolations(result.response, "request")).toEqual([]);
  expect(findOwnHeaders(result.response)).toEqual(["content-type"]);
  expect(result.response.headers.get("content-type")).toBe("application/json");
  return result.data;
}

test("the published profile has its working days as text, and a custom field with its definition", async () => {
  expect(await fetchProfile("published")).toEqual({
    email: "johndoe@example.com",
    hasPassword: false,
    hasPendingApprovalRequest: false,
    imageUrl,
    name: "John Doe",
    userCustomFieldValues: [
      {
        customField: {
          allowedValues: ["New York", "London", "Manila", "Sydney", "Belgrade"],
          entityType: "USER",
          id: "44a687e29ae1f428e7ebe303",
          name: "location",
          type: "DROPDOWN_MULTIPLE",
          workspaceDefaultValue: "Manila",
          workspaceId: "64a687e29ae1f428e7ebe303",
        },
        customFieldId: "44a687e29ae1f428e7ebe303",
        name: "location",
        sourceType: "WORKSPACE",
        type: "DROPDOWN_MULTIPLE",
        userId: "5a0ab5acb07987125438b60f",
        value: ["London", "Manila"],
      },
    ],
    weekStart: "MONDAY",
    workCapacity: "PT7H",
    workingDays: daysAsText,
    workspaceNumber: 3,
  });
});

test("the working days come as a list, too", async () => {
  expect(await fetchProfile("workingDaysAsList")).toMatchObject({
    hasPassword: true,
    hasPendingApprovalRequest: true,
    userCustomFieldValues: [],
    weekStart: "SUNDAY",
    workCapacity: "PT7H30M",
    workingDays: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
  });
});

test("the value of a custom field is the JSON that its type asks for", async () => {
  const { userCustomFieldValues = [] } = await fetchProfile("customFields");
  expect(userCustomFieldValues.map(({ name, type, value }) => [name, type, value])).toEqual([
    ["TIN", "TXT", "20231211-12345"],
    ["contract hours", "NUMBER", 37.5],
    ["home office", "DROPDOWN_SINGLE", "Belgrade"],
    ["location", "DROPDOWN_MULTIPLE", ["London", "Manila"]],
    ["first aider", "CHECKBOX", true],
    ["staff page", "LINK", "https://www.example.com/people/john-doe"],
  ]);
  const [tin, hours] = userCustomFieldValues.map(({ customField }) => customField);
  expect(tin).toMatchObject({ required: true, onlyAdminCanEdit: true, status: "VISIBLE" });
  expect(tin?.description).toBe("Tax identification number");
  expect(hours).toMatchObject({ status: "INVISIBLE", workspaceDefaultValue: 40 });
});

test("a value may be null, and a default an object", async () => {
  const { userCustomFieldValues: [field] = [] } = await fetchProfile("otherJson");
  expect(field).toMatchObject({ value: null, sourceType: "WORKSPACE" });
  expect(field?.customField).toMatchObject({
    entityType: "TIMEENTRY",
    status: "INACTIVE",
    workspaceDefaultValue: { number: "4711" },
    projectDefaultValues: [{ projectId: "5b641568b07987035750505e", status: "VISIBLE", value: "4711" }],
  });
});

test("a 200 is the only documented answer, and its working days are a list of days or text", async () => {
  const result = await connect().updateMemberProfile({ path, body: {} });
  assert(result.ok, String(result.status));
  expectTypeOf(result.status).toEqualTypeOf<200>();
  expectTypeOf(result.data).toEqualTypeOf<MemberProfile>();
  expectTypeOf<WorkingDays>().toEqualTypeOf<NonNullable<MemberProfile["weekStart"]>[] | string>();
  expect(result.data.email).toBe("johndoe@example.com");
});

const updates: { name: string; body: MemberProfileUpdate; want: string }[] = [
  {
    name: "every property, the deprecated name among them,",
    body: {
      imageUrl,
      name: "John Doe",
      removeProfileImage: false,
      userCustomFields: [{ customFieldId: "5e4117fe8c625f38930d57b7", value: "20231211-12345" }],
      weekStart: "MONDAY",
      workCapacity: "PT7H",
      workingDays: daysAsText,
    },
    want:
      `{"imageUrl":"${imageUrl}","name":"John Doe","removeProfileImage":false,` +
      '"userCustomFields":[{"customFieldId":"5e4117fe8c625f38930d57b7","value":"20231211-12345"}],' +
      '"weekStart":"MONDAY","workCapacity":"PT7H",' +
      '"workingDays":"[\\"MONDAY\\",\\"TUESDAY\\",\\"WEDNESDAY\\",\\"THURSDAY\\",\\"FRIDAY\\"]"}',
  },
  {
    name: "the working days as a list",
    body: { workCapacity: "PT7H30M", workingDays: ["SUNDAY", "MONDAY", "SATURDAY"] },
    want: '{"workCapacity":"PT7H30M","workingDays":["SUNDAY","MONDAY","SATURDAY"]}',
  },
  { name: "no working days", body: { workingDays: [] }, want: '{"workingDays":[]}' },
  { name: "no picture", body: { removeProfileImage: true }, want: '{"removeProfileImage":true}' },
  { name: "a name of one character", body: { name: "J" }, want: '{"name":"J"}' },
  {
    name: "a name of 100 characters",
    body: { name: "J".repeat(100) },
    want: `{"name":"${"J".repeat(100)}"}`,
  },
];

test.each(updates)("an update of $name is sent as it is, and taken", async ({ body, want }) => {
  expect(await connect().updateMemberProfile({ path, body })).toMatchObject({ ok: true, status: 200 });
  const headers = { ...json, "x-api-key": "k3y" };
  expect(mock.sent).toEqual([{ method: "PATCH", path: place, headers, body: want }]);
});

const values = ["20231211-12345", 37.5, ["London", "Manila"], true, null, { number: "4711" }];

test.each(values.map((value) => ({ value, wire: JSON.stringify(value) })))(
  "the value $wire of a custom field travels as that JSON, and is taken",
  async ({ value, wire }) => {
    const body = { userCustomFields: [{ customFieldId: "5e4117fe8c625f38930d57b7", value }] };
    expect(await connect().updateMemberProfile({ path, body })).toMatchObject({ status: 200 });
    const want = `{"userCustomFields":[{"customFieldId":"5e4117fe8c625f38930d57b7","value":${wire}}]}`;
    expect(mock.sent).toMatchObject([{ body: want }]);
  },
);

const refused: { name: string; body: MemberProfileUpdate; want: string }[] = [
  { name: "an empty name", body: { name: "" }, want: "body.name minLength" },
  { name: "a name of 101 characters", body: { name: "J".repeat(101) }, want: "body.name maxLength" },
  { name: "a capacity in plain words", body: { workCapacity: "7 hours" }, want: "body.workCapacity format" },
  { name: "a capacity with a fraction", body: { workCapacity: "PT7.5H" }, want: "body.workCapacity format" },
];
const mistyped: typeof refused = [
  // @ts-expect-error
  { name: "a day in small letters", body: { weekStart: "monday" }, want: "body.weekStart enum" },
  // @ts-expect-error
  { name: "an eighth day", body: { workingDays: ["FUNDAY"] }, want: "body.workingDays.0 enum" },
  // @ts-expect-error
  { name: "days of null", body: { workingDays: null }, want: "body.workingDays type" },
  // @ts-expect-error
  { name: "a name of null", body: { name: null }, want: "body.name type" },
  // @ts-expect-error
  { name: "a flag in words", body: { removeProfileImage: "yes" }, want: "body.removeProfileImage type" },
  // @ts-expect-error
  { name: "a value of no field", body: { userCustomFields: [{}] }, want: "body.userCustomFields.0 required" },
  // @ts-expect-error
  { name: "fields in no list", body: { userCustomFields: {} }, want: "body.userCustomFields type" },
  // @ts-expect-error
  { name: "a list instead of an object", body: [], want: "body type" },
];

test.each([...refused, ...mistyped])("$name is refused, as undocumented", async ({ body, want }) => {
  // Of a value with two shapes the mock goes on to say what is wrong with the other one.
  expect(readRefusal(await connect().updateMemberProfile({ path, body }))).toContain(`422 ${want}`);
});

test("a call without a body is sent without one, and refused", async () => {
  // @ts-expect-error the body is required
  expect(readRefusal(await connect().updateMemberProfile({ path }))).toBe("422 required");
  const headers = { accept: "application/json", "x-api-key": "k3y" };
  expect(mock.sent).toEqual([{ method: "PATCH", path: place, headers, body: "" }]);
});

const credentials: { name: string; auth: Options["auth"]; headers: object }[] = [
  { name: "the key of a user", auth: { apiKey: "k" }, headers: { "x-api-key": "k" } },
  { name: "the token of an add-on", auth: { addonToken: "t" }, headers: { "x-addon-token": "t" } },
  { name: "of both, the key", auth: { addonToken: "t", apiKey: "k" }, headers: { "x-api-key": "k" } },
];

test.each(credentials)("$name travels alone, in its own header, and is taken", async ({ auth, headers }) => {
  expect(await connect(auth).updateMemberProfile({ path, body: {} })).toMatchObject({
    ok: true,
    status: 200,
  });
  expect(mock.sent).toEqual([{ method: "PATCH", path: place, headers: { ...json, ...headers }, body: "{}" }]);
});

test("without credentials none is sent, and the 401 that the page does not document is undocumented", async () => {
  const result = await connect({}).updateMemberProfile({ path, body: {} });
  expect(result.ok).toBe(false);
  expect(readRefusal(result)).toBe("401");
  expect(mock.sent).toEqual([{ method: "PATCH", path: place, headers: json, body: "{}" }]);
});

test("a bearer token is refused by the types, and not sent", async () => {
  // @ts-expect-error Clockify has a key and a token of its own
  expect(readRefusal(await connect({ bearer: "s3cret" }).updateMemberProfile({ path, body: {} }))).toBe(
    "401",
  );
  expect(JSON.stringify(mock.sent)).not.toContain("s3cret");
});

const names = ["workspaceId", "userId"];
const strays = ["", ".", ".."].flatMap((value) => names.map((name) => ({ name, value })));

test.each(strays)("a $name of $value is not sent, for it leads to another path", async ({ name, value }) => {
  const result = await connect().updateMemberProfile({ path: { ...path, [name]: value }, body: {} });
  expect(result).toMatchObject({ ok: false, status: "invalid-request" });
  expect(mock.sent).toEqual([]);
});

const { workspaceId, userId } = path;
const incomplete: { missing: string; path: UpdateMemberProfileArguments["path"] }[] = [
  // @ts-expect-error
  { missing: "workspaceId", path: { userId } },
  // @ts-expect-error
  { missing: "userId", path: { workspaceId } },
];

test.each(incomplete)("a call without the $missing is not sent", async ({ missing, path }) => {
  const result = await connect().updateMemberProfile({ path, body: {} });
  assert(result.status === "invalid-request", String(result.status));
  expect(result.error.message).toContain(missing);
  expect(mock.sent).toEqual([]);
});

test.each([
  { id: "a/b", segment: "a%2Fb" },
  { id: "../../me", segment: "..%2F..%2Fme" },
  { id: "a?b#c", segment: "a%3Fb%23c" },
])("the identifier $id stays one segment of the same path", async ({ id, segment }) => {
  const result = await connect().updateMemberProfile({ path: { ...path, userId: id }, body: {} });
  expect(result).toMatchObject({ status: 200 });
  expect(mock.sent).toMatchObject([{ path: `/v1/workspaces/${path.workspaceId}/member-profile/${segment}` }]);
});

test.each([
  { name: "a PUT", method: "PUT", type: "application/json", want: 405 },
  { name: "text", method: "PATCH", type: "text/plain", want: 415 },
])("$name is refused", async ({ method, type, want }) => {
  const headers = { "x-api-key": "k3y", "content-type": type };
  const request = new Request(mock.url + place, { method, headers, body: "{}" });
  expect((await mock.fetch(request)).status).toBe(want);
});

const regional = "https://{region}.clockify.me/api";
const own = "https://{subdomain}.clockify.me/api";
const servers: { options: Options; host: string }[] = [
  { options: {}, host: "api" },
  { options: { server: { url: "https://api.clockify.me/api" } }, host: "api" },
  { options: { server: { url: regional } }, host: "euc1" },
  { options: { server: { url: regional, variables: { region: "apse2" } } }, host: "apse2" },
  { options: { server: { url: own, variables: { subdomain: "acme" } } }, host: "acme" },
];

test.each(servers)("given $options, a call goes to the host $host", async ({ options, host }) => {
  const urls: string[] = [];
  const fetch = async ({ url }: Request) => {
    urls.push(url);
    return Response.json({ workspaceNumber: 3 });
  };
  const result = await createClockifyMemberProfileClient({ ...options, fetch }).updateMemberProfile({
    path,
    body: {},
  });
  expect(result).toMatchObject({ status: 200, data: { workspaceNumber: 3 } });
  expect(urls).toEqual([`https://${host}.clockify.me/api${place}`]);
});
