import {
  type AccountProfileUpdate,
  createWorkspaceAccountProfileClient,
  type Notice,
  type ProblemDetails,
  type ProfileEnvelope,
  type WorkspaceAccountProfileClientOptions,
} from "@specmill/workspace-account-profile";
import { assert, expect, expectTypeOf, test } from "vitest";
import { findOwnHeaders, findViolations, readRefusal, serveMock } from "../serve-mock.ts";

const mock = await serveMock("workspace-account-profile");
type Auth = NonNullable<WorkspaceAccountProfileClientOptions["auth"]>;
const profile = "/api/workspace/account/profile";
const json = { accept: "application/json", "content-type": "application/json" };

/** A client of the mock, without credentials unless given some. */
function connect(auth: Auth = {}) {
  return createWorkspaceAccountProfileClient({ baseUrl: mock.url, fetch: mock.fetch, auth });
}

const ada = {
  UserId: "1042",
  UserName: "ada",
  Email: "ada@example.com",
  FirstName: "Ada",
  LastName: "Lovelace",
};
const nobody = { UserId: null, UserName: null, Email: null, FirstName: null, LastName: null };

const answers: { status: 200 | 400 | 404; example: string; want: ProfileEnvelope }[] = [
  {
    status: 200,
    example: "updated",
    want: { Data: { ...ada, UserType: 0 }, Errors: null, Warnings: null, Success: true },
  },
  {
    status: 200,
    example: "emptyProfile",
    want: { Data: { ...nobody, UserType: 1 }, Errors: [], Warnings: [], Success: true },
  },
  {
    status: 200,
    example: "warned",
    want: {
      Data: { ...ada, LastName: null, UserType: 2 },
      Errors: [],
      Warnings: [
        {
          Code: "LastNameMissing",
          Message: "The profile has no last name.",
          Target: "Profile",
          Field: "LastName",
          Metadata: { Previous: "Lovelace", Current: null },
          Type: 1,
          Severity: 0,
        },
      ],
      Success: true,
    },
  },
  {
    status: 400,
    example: "refused",
    want: {
      Errors: [
        {
          Code: "EmailInvalid",
          Message: "The email address has no domain.",
          Target: "Profile",
          Field: "Email",
          Metadata: { Value: "ada@" },
          Type: 0,
          Severity: 2,
        },
      ],
      Warnings: [
        {
          Code: "LastNameMissing",
          Message: "The profile has no last name.",
          Target: null,
          Field: null,
          Metadata: {},
          Type: 2,
          Severity: 1,
        },
      ],
      Success: false,
    },
  },
  {
    status: 400,
    example: "unexplained",
    want: { Errors: [{ Code: null, Message: null }], Warnings: null, Success: false },
  },
  {
    status: 404,
    example: "notFound",
    want: {
      Errors: [
        {
          Code: "ProfileNotFound",
          Message: "There is no profile for this user.",
          Target: "Profile",
          Field: null,
          Type: 0,
          Severity: 2,
        },
      ],
      Warnings: [],
      Success: false,
    },
  },
];

test.each(answers)(
  "the envelope of the example $example comes back as a $status",
  async ({ status, example, want }) => {
    const headers = { prefer: `code=${status}, example=${example}` };
    const result = await connect().updateAccountProfile({ body: {} }, { headers });
    assert(result.status === status, String(result.status));
    expect(result.ok).toBe(status === 200);
    expect(result.data).toEqual(want);
    expect(result.response.status).toBe(status);
    expect(findViolations(result.response, "request")).toEqual([]);
    expect(findOwnHeaders(result.response)).toEqual(["content-type"]);
  },
);

const problems: { example: string; want: ProblemDetails }[] = [
  {
    example: "forbidden",
    want: {
      type: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4",
      title: "Forbidden",
      status: 403,
      detail: "This account may not change its profile.",
      instance: profile,
      traceId: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
    },
  },
  { example: "everyNull", want: { type: null, title: null, status: null, detail: null, instance: null } },
];

test.each(problems)(
  "the 403 of the example $example is a problem, sent as plain JSON",
  async ({ example, want }) => {
    const headers = { prefer: `code=403, example=${example}` };
    const result = await connect().updateAccountProfile({ body: {} }, { headers });
    assert(result.status === 403, String(result.status));
    expect(result.ok).toBe(false);
    expect(result.data).toEqual(want);
    expect(result.response.headers.get("content-type")).toBe("application/json");
    expect(findViolations(result.response, "request")).toEqual([]);
    expect(findOwnHeaders(result.response)).toEqual(["content-type"]);
  },
);

test("each status narrows its body: an envelope, or for a 403 a problem with further members", async () => {
  const headers = { prefer: "code=403, example=forbidden" };
  const result = await connect().updateAccountProfile({ body: {} }, { headers });
  if (result.status === 200 || result.status === 400 || result.status === 404) {
    expectTypeOf(result.data).toEqualTypeOf<ProfileEnvelope>();
  }
  if (result.ok) expectTypeOf(result.status).toEqualTypeOf<200>();
  type UserType = NonNullable<ProfileEnvelope["Data"]>["UserType"];
  expectTypeOf<UserType>().toEqualTypeOf<0 | 1 | 2 | undefined>();
  expectTypeOf<Notice["Code"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Notice["Message"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Notice["Severity"]>().toEqualTypeOf<0 | 1 | 2 | undefined>();
  assert(result.status === 403, String(result.status));
  expectTypeOf(result.data).toEqualTypeOf<ProblemDetails>();
  expect(result.data["traceId"]).toMatch(/^00-4bf9/);
});

const updates: { name: string; body: AccountProfileUpdate; want: string }[] = [
  {
    name: "every field",
    body: { UserName: "ada", Email: "ada@example.com", FirstName: "Ada", LastName: "Lovelace" },
    want: '{"UserName":"ada","Email":"ada@example.com","FirstName":"Ada","LastName":"Lovelace"}',
  },
  {
    name: "every field as null",
    body: { UserName: null, Email: null, FirstName: null, LastName: null },
    want: '{"UserName":null,"Email":null,"FirstName":null,"LastName":null}',
  },
  { name: "one field, the others absent,", body: { FirstName: "Ada" }, want: '{"FirstName":"Ada"}' },
  { name: "no field", body: {}, want: "{}" },
];

test.each(updates)(
  "an update of $name travels in PascalCase, null apart from absent",
  async ({ body, want }) => {
    const result = await connect().updateAccountProfile({ body });
    expect(result).toMatchObject({ ok: true, status: 200 });
    const headers = { accept: "application/json", "content-type": "application/json" };
    expect(mock.sent).toEqual([{ method: "PUT", path: profile, headers, body: want }]);
  },
);

const credentials: { name: string; auth: Auth; query?: string; headers?: object }[] = [
  { name: "a bearer token, in the header,", auth: { bearer: "b" }, headers: { authorization: "Bearer b" } },
  { name: "an access token, in the query,", auth: { accessToken: "a" }, query: "?access_token=a" },
  {
    name: "an access token, escaped,",
    auth: { accessToken: "a&b=c d" },
    query: "?access_token=a%26b%3Dc%20d",
  },
  {
    name: "the bearer token, which the page prefers,",
    auth: { accessToken: "a", bearer: "b" },
    headers: { authorization: "Bearer b" },
  },
  {
    name: "the access token in place of a bearer token that is not there now",
    auth: { bearer: () => undefined, accessToken: async () => "a" },
    query: "?access_token=a",
  },
  { name: "no credential", auth: {} },
];

test.each(credentials)("$name travels alone, and is taken", async ({ auth, query = "", headers = {} }) => {
  expect(await connect(auth).updateAccountProfile({ body: {} })).toMatchObject({ ok: true, status: 200 });
  const path = profile + query;
  expect(mock.sent).toEqual([{ method: "PUT", path, headers: { ...json, ...headers }, body: "{}" }]);
});

test("an API key is refused by the types, and not sent", async () => {
  // @ts-expect-error the page has no API keys
  await connect({ apiKey: "s3cret" }).updateAccountProfile({ body: {} });
  expect(JSON.stringify(mock.sent)).not.toContain("s3cret");
});

test("a 401, for another scheme than bearer, is undocumented", async () => {
  const headers = { authorization: "Basic YWRhOnNlY3JldA==" };
  expect(readRefusal(await connect().updateAccountProfile({ body: {} }, { headers }))).toBe("401");
});

const refused: { name: string; body: AccountProfileUpdate; at: string }[] = [
  // @ts-expect-error
  { name: "a number as a name", body: { UserName: 1 }, at: "request.body.UserName" },
  // @ts-expect-error
  { name: "a list as an email address", body: { Email: ["ada@example.com"] }, at: "request.body.Email" },
  // @ts-expect-error
  { name: "a list instead of an object", body: [], at: "request.body" },
];

test.each(refused)(
  "$name is refused by the types, and by the server with the documented 400",
  async ({ body, at }) => {
    const result = await connect().updateAccountProfile({ body });
    assert(result.status === 400, String(result.status));
    expect(result.data.Success).toBe(false);
    expect(findViolations(result.response, "request").map(({ location }) => location.join("."))).toEqual([
      at,
    ]);
  },
);

test("a name in camel case is refused by the types alone: the object is open", async () => {
  // @ts-expect-error
  expect(await connect().updateAccountProfile({ body: { userName: "ada" } })).toMatchObject({ status: 200 });
  expect(mock.sent).toMatchObject([{ body: '{"userName":"ada"}' }]);
});

test("a call without a body is sent without one, and refused with the documented 400", async () => {
  // @ts-expect-error the body is required
  const result = await connect().updateAccountProfile({});
  assert(result.status === 400, String(result.status));
  expect(findViolations(result.response, "request")).toMatchObject([{ code: "required" }]);
  expect(mock.sent).toEqual([
    { method: "PUT", path: profile, headers: { accept: "application/json" }, body: "" },
  ]);
});

test.each([
  { name: "a PATCH", method: "PATCH", type: "application/json", want: 405 },
  { name: "a form", method: "PUT", type: "application/x-www-form-urlencoded", want: 400 },
])("$name is refused", async ({ method, type, want }) => {
  const request = new Request(mock.url + profile, { method, headers: { "content-type": type }, body: "{}" });
  expect((await mock.fetch(request)).status).toBe(want);
});

test("a client without a base URL is refused by the types, and sends nothing to the page's placeholder", async () => {
  const options = { auth: { bearer: "b" }, fetch: mock.fetch };
  // @ts-expect-error the document names no origin
  const result = await createWorkspaceAccountProfileClient(options).updateAccountProfile({ body: {} });
  assert(result.status === "invalid-request", String(result.status));
  expect(result.error.message).toContain("baseUrl");
  expect(mock.sent).toEqual([]);
});
