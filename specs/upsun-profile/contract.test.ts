import {
  createUpsunProfileClient,
  type Profile,
  type ProfileUpdate,
  type UpsunProfileClientOptions,
} from "@specmill/upsun-profile";
import { assert, expect, expectTypeOf, test } from "vitest";
import { findOwnHeaders, findViolations, readRefusal, serveMock } from "../serve-mock.ts";

const mock = await serveMock("upsun-profile");
const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const path = { userId };

/** A client of the mock, signed in unless told otherwise. */
function connect(options: UpsunProfileClientOptions = { auth: { bearer: "t0ken" } }) {
  return createUpsunProfileClient({ baseUrl: mock.url, fetch: mock.fetch, ...options });
}

const always = {
  id: userId,
  email: "jsmith@example.com",
  created_at: "2023-11-07T05:31:56Z",
  updated_at: "2023-11-07T05:31:56Z",
};

const profiles: { example: string; want: Partial<Profile> }[] = [
  {
    example: "individual",
    want: {
      ...always,
      display_name: "Ada Lovelace",
      username: "ada",
      type: "user",
      picture: "https://www.example.com/ada.png",
      company_type: "LLC",
      company_name: "Analytical Engines",
      currency: "EUR",
      vat_number: "FR00123456789",
      company_role: "Engineer",
      website_url: "https://www.example.com",
      new_ui: true,
      ui_colorscheme: "light",
      default_catalog: "https://www.example.com/catalog.json",
      project_options_url: "https://www.example.com/project-options.json",
      marketing: true,
      billing_contact: "jsmith@example.com",
      invoiced: true,
      customer_type: "individual",
      legal_entity_name: "Ada Lovelace",
    },
  },
  {
    example: "corporation",
    want: {
      ...always,
      display_name: "Analytical Engines",
      username: "analytical-engines",
      type: "organization",
      currency: "USD",
      new_ui: false,
      ui_colorscheme: "dark",
      marketing: false,
      invoiced: false,
      customer_type: "corporation",
      legal_entity_name: "Analytical Engines LLC",
    },
  },
  {
    example: "government",
    want: {
      ...always,
      display_name: "Office of Weights and Measures",
      username: "weights-and-measures",
      type: "organization",
      customer_type: "government",
      legal_entity_name: "Office of Weights and Measures",
    },
  },
];

test.each(profiles)("the profile of the example $example comes back as a 200", async ({ example, want }) => {
  const prefer = `code=200, example=${example}`;
  const result = await connect().updateProfile({ path, body: {} }, { headers: { prefer } });
  assert(result.status === 200, String(result.status));
  expect(result.ok).toBe(true);
  expect(result.data).toEqual(want);
  expect(findViolations(result.response, "request")).toEqual([]);
  expect(findOwnHeaders(result.response)).toEqual(["content-type"]);
  expect(result.response.headers.get("content-type")).toBe("application/json");
});

test("a 200 is the only documented answer, and it is a profile", async () => {
  const result = await connect().updateProfile({ path, body: {} });
  if (result.ok) expectTypeOf(result.data).toEqualTypeOf<Profile>();
  expectTypeOf<Extract<typeof result, { status: number }>["status"]>().toEqualTypeOf<200>();
  // The page lists the two colour schemes where they are sent, and leaves them out where they are received.
  expectTypeOf<Profile["ui_colorscheme"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<ProfileUpdate["ui_colorscheme"]>().toEqualTypeOf<"light" | "dark" | undefined>();
  expect(result).toMatchObject({ ok: true, status: 200, data: { customer_type: "individual" } });
});

const updates: { name: string; body: ProfileUpdate }[] = [
  { name: "one property", body: { display_name: "Ada Lovelace" } },
  {
    name: "every property",
    body: {
      display_name: "Ada Lovelace",
      username: "ada",
      current_password: "not-a-real-password",
      password: "not-a-real-password-either",
      company_type: "LLC",
      company_name: "Analytical Engines",
      vat_number: "FR00123456789",
      company_role: "Engineer",
      marketing: true,
      ui_colorscheme: "light",
      default_catalog: "https://www.example.com/catalog.json",
      project_options_url: "https://www.example.com/project-options.json",
      picture: "https://www.example.com/ada.png",
    },
  },
  { name: "a dark interface and no marketing", body: { marketing: false, ui_colorscheme: "dark" } },
  { name: "a new password without the current one", body: { password: "new" } },
  { name: "a picture that is no URL", body: { picture: "ada.png" } },
  { name: "nothing", body: {} },
];

test.each(updates)("an update of $name is sent as it is, and taken", async ({ body }) => {
  const result = await connect().updateProfile({ path, body });
  expect(result).toMatchObject({ ok: true, status: 200 });
  const headers = {
    accept: "application/json",
    authorization: "Bearer t0ken",
    "content-type": "application/json",
  };
  expect(mock.sent).toEqual([
    { method: "PATCH", path: `/profiles/${userId}`, headers, body: JSON.stringify(body) },
  ]);
});

test("a credential that the page does not have is refused by the types, and not sent", async () => {
  // @ts-expect-error
  const result = await connect({ auth: { apiKey: "s3cret" } }).updateProfile({ path, body: {} });
  expect(readRefusal(result)).toBe("401");
  expect(JSON.stringify(mock.sent)).not.toContain("s3cret");
});

test("a token may come from a function, which is asked for each call", async () => {
  const tokens = ["first", "second"];
  const client = connect({ auth: { bearer: async () => tokens.shift() } });
  await client.updateProfile({ path, body: {} });
  await client.updateProfile({ path, body: {} });
  expect(mock.sent.map(({ headers }) => headers["authorization"])).toEqual(["Bearer first", "Bearer second"]);
});

test("without a token nothing stands in for it, and the 401 that no page documents is undocumented", async () => {
  const result = await connect({}).updateProfile({ path, body: {} });
  expect(result.ok).toBe(false);
  expect(readRefusal(result)).toBe("401");
  const headers = { accept: "application/json", "content-type": "application/json" };
  expect(mock.sent).toEqual([{ method: "PATCH", path: `/profiles/${userId}`, headers, body: "{}" }]);
});

test("a token in another scheme than bearer is refused", async () => {
  const headers = { authorization: "Basic YWRhOnNlY3JldA==" };
  expect(readRefusal(await connect({}).updateProfile({ path, body: {} }, { headers }))).toBe("401");
});

const refused: { name: string; body: ProfileUpdate; want: string }[] = [
  // @ts-expect-error
  { name: "a third colour scheme", body: { ui_colorscheme: "blue" }, want: "422 body.ui_colorscheme enum" },
  // @ts-expect-error
  { name: "one in capitals", body: { ui_colorscheme: "DARK" }, want: "422 body.ui_colorscheme enum" },
  // @ts-expect-error
  { name: "marketing as a word", body: { marketing: "yes" }, want: "422 body.marketing type" },
  // @ts-expect-error
  { name: "a name of null", body: { display_name: null }, want: "422 body.display_name type" },
  // @ts-expect-error
  { name: "a number as a password", body: { password: 1234 }, want: "422 body.password type" },
  // @ts-expect-error
  { name: "a list instead of an object", body: [], want: "422 body type" },
];

test.each(refused)("$name is refused by the types and by the server", async ({ body, want }) => {
  expect(readRefusal(await connect().updateProfile({ path, body }))).toBe(want);
});

const unknown: { name: string; body: ProfileUpdate }[] = [
  // @ts-expect-error
  { name: "a name in camel case", body: { displayName: "Ada" } },
  // @ts-expect-error
  { name: "the email address, which only the answer has,", body: { email: "ada@example.com" } },
];

test.each(unknown)("$name is refused by the types alone: the object is open", async ({ body }) => {
  expect(await connect().updateProfile({ path, body })).toMatchObject({ status: 200 });
});

test("a call without a body is sent without one, and refused", async () => {
  // @ts-expect-error the body is required
  expect(readRefusal(await connect().updateProfile({ path }))).toBe("422 required");
  const headers = { accept: "application/json", authorization: "Bearer t0ken" };
  expect(mock.sent).toEqual([{ method: "PATCH", path: `/profiles/${userId}`, headers, body: "" }]);
});

test("a call without the identifier is not sent", async () => {
  // @ts-expect-error the identifier is required
  const result = await connect().updateProfile({ path: {}, body: {} });
  assert(result.status === "invalid-request", String(result.status));
  expect(result.error.message).toContain("userId");
  expect(mock.sent).toEqual([]);
});

test.each(["", ".", ".."])('the identifier "%s" is not sent, for it leads to another path', async (id) => {
  const result = await connect().updateProfile({ path: { userId: id }, body: {} });
  expect(result).toMatchObject({ ok: false, status: "invalid-request" });
  expect(mock.sent).toEqual([]);
});

const strangeIds = [
  { id: "../organizations", encoded: "..%2Forganizations" },
  { id: `${userId}/avatar`, encoded: `${userId}%2Favatar` },
  { id: `${userId}?x=1#y`, encoded: `${userId}%3Fx%3D1%23y` },
  { id: "me", encoded: "me" },
];

test.each(strangeIds)(
  "the identifier $id stays one segment, and is refused as no UUID",
  async ({ id, encoded }) => {
    const result = await connect().updateProfile({ path: { userId: id }, body: {} });
    // The mock writes the names of path parameters in lower case.
    expect(readRefusal(result)).toBe("422 path.userid format");
    expect(mock.sent).toMatchObject([{ path: `/profiles/${encoded}` }]);
  },
);

test.each([
  { name: "a PUT", method: "PUT", type: "application/json", want: 405 },
  { name: "a form", method: "PATCH", type: "application/x-www-form-urlencoded", want: 415 },
])("$name is refused", async ({ method, type, want }) => {
  const headers = { authorization: "Bearer t0ken", "content-type": type };
  const request = new Request(`${mock.url}/profiles/${userId}`, { method, headers, body: "{}" });
  expect((await mock.fetch(request)).status).toBe(want);
});

const template = "{schemes}://api.upsun.com";
const servers: { name: string; options: UpsunProfileClientOptions; want: string }[] = [
  { name: "no server", options: {}, want: `https://api.upsun.com/profiles/${userId}` },
  {
    name: "the server alone",
    options: { server: { url: template } },
    want: `https://api.upsun.com/profiles/${userId}`,
  },
  {
    name: "another scheme",
    options: { server: { url: template, variables: { schemes: "http" } } },
    want: `http://api.upsun.com/profiles/${userId}`,
  },
  {
    name: "a base URL",
    options: { baseUrl: "https://upsun.example/v1/" },
    want: `https://upsun.example/v1/profiles/${userId}`,
  },
];

test.each(servers)("with $name set, a call goes to $want", async ({ options, want }) => {
  const urls: string[] = [];
  const client = createUpsunProfileClient({
    ...options,
    auth: { bearer: "t0ken" },
    fetch: async ({ url }) => {
      urls.push(url);
      return Response.json({ id: userId });
    },
  });
  expect(await client.updateProfile({ path, body: {} })).toMatchObject({ status: 200, data: { id: userId } });
  expect(urls).toEqual([want]);
});

test("a scheme that makes no web address is not sent", async () => {
  const client = createUpsunProfileClient({
    server: { url: template, variables: { schemes: "ftp" } },
    auth: { bearer: "t0ken" },
    fetch: mock.fetch,
  });
  expect(await client.updateProfile({ path, body: {} })).toMatchObject({ status: "invalid-request" });
  expect(mock.sent).toEqual([]);
});
