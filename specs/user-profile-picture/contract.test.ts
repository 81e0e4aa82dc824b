import {
  createUserProfilePictureClient,
  type ProfilePictureUpdate,
  type UserProfile,
  type UserProfilePictureClientOptions,
} from "@specmill/user-profile-picture";
import { assert, expect, expectTypeOf, test } from "vitest";
import { findOwnHeaders, findViolations, readRefusal, serveMock } from "../serve-mock.ts";

const mock = await serveMock("user-profile-picture");
const id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const path = { user_id: id };
const picture = `/api/v1/shared/users/${id}/profile-picture`;
const upload = "7f1f0c8e-52a5-4f9b-9c59-0b5f0f6a1c11";

/** A client of the mock, signed in unless told otherwise. */
function connect(auth: UserProfilePictureClientOptions["auth"] = { bearer: "t0ken" }) {
  return createUserProfilePictureClient({ baseUrl: mock.url, fetch: mock.fetch, auth });
}

const always = {
  id,
  email: "ada@example.com",
  firstName: "Ada",
  lastName: "Lovelace",
  role: "member",
  state: "active",
  createdAt: "2023-11-07T05:31:56Z",
};

const profiles: { example: string; want: UserProfile }[] = [
  {
    example: "customPicture",
    want: {
      ...always,
      emailVerified: true,
      profilePictureUrl: "https://files.example.com/uploads/3c90c3cc/thumb-256.png?expires=1699335356",
      lastLogin: "2023-11-07T05:31:56Z",
      hasCustomProfilePicture: true,
    },
  },
  {
    example: "workosPicture",
    want: {
      ...always,
      emailVerified: false,
      profilePictureUrl: "https://images.example.com/ada.png",
      lastLogin: "2023-11-07T05:31:56Z",
      hasCustomProfilePicture: false,
    },
  },
  {
    example: "everyNull",
    want: { ...always, emailVerified: true, profilePictureUrl: null, lastLogin: null },
  },
];

test.each(profiles)("the profile of the example $example comes back as a 200", async ({ example, want }) => {
  const headers = { prefer: `code=200, example=${example}` };
  const result = await connect().updateUserProfilePicture({ path, body: { uploadId: upload } }, { headers });
  assert(result.status === 200, String(result.status));
  expect(result.ok).toBe(true);
  expect(result.data).toEqual(want);
  expect(findViolations(result.response, "request")).toEqual([]);
  expect(findOwnHeaders(result.response)).toEqual(["content-type"]);
  expect(result.response.headers.get("content-type")).toBe("application/json");
});

test("the optional property that an answer leaves out stays absent: no default is filled in", async () => {
  const headers = { prefer: "example=everyNull" };
  const result = await connect().updateUserProfilePicture({ path, body: { uploadId: null } }, { headers });
  assert(result.status === 200, String(result.status));
  expect(result.data).not.toHaveProperty("hasCustomProfilePicture");
  expectTypeOf(result.data).toEqualTypeOf<UserProfile>();
  expectTypeOf(result.data.hasCustomProfilePicture).toEqualTypeOf<boolean | undefined>();
  expectTypeOf(result.data.profilePictureUrl).toEqualTypeOf<string | null>();
  expectTypeOf(result.data.lastLogin).toEqualTypeOf<string | null>();
});

const updates: { name: string; uploadId: string | null; want: string }[] = [
  { name: "an upload", uploadId: upload, want: `{"uploadId":"${upload}"}` },
  { name: "null, which removes the picture,", uploadId: null, want: '{"uploadId":null}' },
];

test.each(updates)("$name travels as it is, and is taken", async ({ uploadId, want }) => {
  const result = await connect().updateUserProfilePicture({ path, body: { uploadId } });
  expect(result).toMatchObject({ ok: true, status: 200 });
  const headers = {
    accept: "application/json",
    authorization: "Bearer t0ken",
    "content-type": "application/json",
  };
  expect(mock.sent).toEqual([{ method: "PATCH", path: picture, headers, body: want }]);
});

const refused: { name: string; body: ProfilePictureUpdate; want: string; sent: string }[] = [
  // @ts-expect-error
  { name: "a body without uploadId", body: {}, want: "body required", sent: "{}" },
  // @ts-expect-error
  { name: "an uploadId of undefined", body: { uploadId: undefined }, want: "body required", sent: "{}" },
  // @ts-expect-error
  { name: "the prose's name", body: { upload_id: null }, want: "body required", sent: '{"upload_id":null}' },
  // @ts-expect-error
  { name: "a number", body: { uploadId: 1 }, want: "body.uploadId type", sent: '{"uploadId":1}' },
  // @ts-expect-error
  { name: "a boolean", body: { uploadId: false }, want: "body.uploadId type", sent: '{"uploadId":false}' },
];

test.each(refused)("$name is refused by the types and by the server", async ({ body, want, sent }) => {
  expect(readRefusal(await connect().updateUserProfilePicture({ path, body }))).toBe(`422 ${want}`);
  expect(mock.sent).toMatchObject([{ body: sent }]);
});

test.each(["", "null", "ada.png", `${upload}0`])(
  "an uploadId of '%s' is no UUID, and refused",
  async (uploadId) => {
    const result = await connect().updateUserProfilePicture({ path, body: { uploadId } });
    expect(readRefusal(result)).toBe("422 body.uploadId format");
  },
);

test("a call without a body is sent without one, and refused", async () => {
  // @ts-expect-error the body is required
  expect(readRefusal(await connect().updateUserProfilePicture({ path }))).toBe("422 required");
  const headers = { accept: "application/json", authorization: "Bearer t0ken" };
  expect(mock.sent).toEqual([{ method: "PATCH", path: picture, headers, body: "" }]);
});

test("without a token nothing stands in for it, and the 401 that no page documents is undocumented", async () => {
  const result = await connect({}).updateUserProfilePicture({ path, body: { uploadId: null } });
  expect(result.ok).toBe(false);
  expect(readRefusal(result)).toBe("401");
  const headers = { accept: "application/json", "content-type": "application/json" };
  expect(mock.sent).toEqual([{ method: "PATCH", path: picture, headers, body: '{"uploadId":null}' }]);
});

test("a token in another scheme than bearer is refused", async () => {
  const headers = { authorization: "Basic YWRhOnNlY3JldA==" };
  const result = await connect({}).updateUserProfilePicture({ path, body: { uploadId: null } }, { headers });
  expect(readRefusal(result)).toBe("401");
});

test("a credential that the page does not have is refused by the types, and not sent", async () => {
  // @ts-expect-error
  const client = connect({ accessToken: "s3cret" });
  expect(readRefusal(await client.updateUserProfilePicture({ path, body: { uploadId: null } }))).toBe("401");
  expect(JSON.stringify(mock.sent)).not.toContain("s3cret");
});

test("a client without a base URL is refused by the types, and sends nothing to the page's placeholder", async () => {
  const options = { auth: { bearer: "t0ken" }, fetch: mock.fetch };
  // @ts-expect-error the document names no origin
  const client = createUserProfilePictureClient(options);
  const result = await client.updateUserProfilePicture({ path, body: { uploadId: null } });
  assert(result.status === "invalid-request", String(result.status));
  expect(result.error.message).toContain("baseUrl");
  expect(mock.sent).toEqual([]);
});

test.each(["/", "", "api.example.com", "//api.example.com"])(
  "a base URL of '%s' is no origin, and nothing is sent",
  async (baseUrl) => {
    const client = createUserProfilePictureClient({ baseUrl, auth: { bearer: "t0ken" }, fetch: mock.fetch });
    const result = await client.updateUserProfilePicture({ path, body: { uploadId: null } });
    expect(result).toMatchObject({ ok: false, status: "invalid-request" });
    expect(mock.sent).toEqual([]);
  },
);

test("a call without the identifier is not sent", async () => {
  // @ts-expect-error the identifier is required
  const result = await connect().updateUserProfilePicture({ path: {}, body: { uploadId: null } });
  assert(result.status === "invalid-request", String(result.status));
  expect(result.error.message).toContain("user_id");
  expect(mock.sent).toEqual([]);
});

test.each(["", ".", ".."])(
  "the identifier '%s' is not sent, for it leads to another path",
  async (user_id) => {
    const result = await connect().updateUserProfilePicture({ path: { user_id }, body: { uploadId: null } });
    expect(result).toMatchObject({ ok: false, status: "invalid-request" });
    expect(mock.sent).toEqual([]);
  },
);

test.each([
  { user_id: "me", segment: "me" },
  { user_id: "../me", segment: "..%2Fme" },
  { user_id: `${id}/x`, segment: `${id}%2Fx` },
  { user_id: `${id}?x#y`, segment: `${id}%3Fx%23y` },
])("the identifier $user_id stays one segment, and is refused as no UUID", async ({ user_id, segment }) => {
  const result = await connect().updateUserProfilePicture({ path: { user_id }, body: { uploadId: null } });
  expect(readRefusal(result)).toBe("422 path.user_id format");
  expect(mock.sent).toMatchObject([{ path: `/api/v1/shared/users/${segment}/profile-picture` }]);
});

test.each([
  { name: "a PUT", method: "PUT", at: picture, type: "application/json", want: 405 },
  {
    name: "the path of the prose",
    method: "PATCH",
    at: "/api/v1/users/me/profile-picture",
    type: "application/json",
    want: 404,
  },
  { name: "text", method: "PATCH", at: picture, type: "text/plain", want: 415 },
])("$name is refused", async ({ method, at, type, want }) => {
  const headers = { authorization: "Bearer t0ken", "content-type": type };
  const body = '{"uploadId":null}';
  expect((await mock.fetch(new Request(mock.url + at, { method, headers, body }))).status).toBe(want);
});
