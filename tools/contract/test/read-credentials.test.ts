import type { SecurityScheme } from "@specmill/spec";
import { expect, test } from "vitest";
import { readCredentials } from "../src/upstream/read-credentials.ts";

const schemes: readonly SecurityScheme[] = [
  { name: "ApiKeyAuth", kind: "apiKey", in: "header", parameter: "X-Key" },
  { name: "basic", kind: "basic" },
  { name: "oauth2-token", kind: "bearer" },
  { name: "mtls", kind: "unsupported", type: "mutualTLS" },
];
const api = { securitySchemes: schemes };

test("reads a credential for each scheme, one for the API before one for all", () => {
  const { wallet, missing } = readCredentials(api, "user-profile.v2", {
    SPECMILL_API_KEY_AUTH: "for all",
    SPECMILL_USER_PROFILE_V2_API_KEY_AUTH: "for one",
    SPECMILL_BASIC: "me:pass:word",
    SPECMILL_OAUTH2_TOKEN: "t",
  });
  expect(["ApiKeyAuth", "basic", "oauth2-token", "mtls", "none"].map(wallet)).toEqual([
    { scheme: "ApiKeyAuth", value: "for one" },
    { scheme: "basic", value: { username: "me", password: "pass:word" } },
    { scheme: "oauth2-token", value: "t" },
    undefined,
    undefined,
  ]);
  expect(missing.map(({ scheme }) => scheme)).toEqual(["mtls"]);
});

const table = [
  { name: "nothing is set", environment: {}, want: [0, 1, 2, 3] },
  { name: "it is empty", environment: { SPECMILL_API_KEY_AUTH: "" }, want: [0, 1, 2, 3] },
  { name: "basic has no password", environment: { SPECMILL_BASIC: "s3cret" }, want: [0, 1, 2, 3] },
  {
    name: "it would end its header",
    environment: { SPECMILL_API_KEY_AUTH: "s3cret\r\nx: y" },
    want: [0, 1, 2, 3],
  },
];

test.each(table)("says which are missing, and never what there is, where $name", ({ environment, want }) => {
  const { missing } = readCredentials(api, "a", environment);
  expect(missing.map(({ scheme }) => scheme)).toEqual(want.map((index) => schemes[index]?.name));
  expect(missing[0]?.variables).toEqual(["SPECMILL_A_API_KEY_AUTH", "SPECMILL_API_KEY_AUTH"]);
  expect(JSON.stringify(missing)).not.toContain("s3cret");
});
