import { expect, test } from "vitest";
import { nameAll, toCamelCase, toPascalCase } from "../src/identifiers.ts";

test.each([
  { given: "getUser", want: "getUser" },
  { given: "get-user_by id", want: "getUserById" },
  { given: "GetUser", want: "getUser" },
  { given: "HTTPStatus", want: "httpStatus" },
  { given: "users/get-by-id", want: "usersGetById" },
  { given: "2fa", want: "n2fa" },
  { given: "then", want: "then_" },
  { given: "constructor", want: "constructor_" },
  { given: "__proto__", want: "proto" },
  { given: "größe", want: "grE" },
  { given: "日本", want: "unnamed" },
  { given: "", want: "unnamed" },
  { given: "a(){};process.exit(1);//", want: "aProcessExit1" },
])('names a method of "$given" $want', ({ given, want }) => {
  expect(toCamelCase(given)).toBe(want);
});

test.each([
  { given: "profile", want: "Profile" },
  { given: "upsun-profile", want: "UpsunProfile" },
  { given: "3D-model", want: "N3DModel" },
  { given: "</script>", want: "Script" },
])('names a type of "$given" $want', ({ given, want }) => {
  expect(toPascalCase(given)).toBe(want);
});

test("tells apart names that would be the same, by the order of the document", () => {
  const names = nameAll(["get-pet", "getPet", "get_pet", "other"], toCamelCase, ["other"]);
  expect([...names]).toEqual([
    ["get-pet", "getPet"],
    ["getPet", "getPet2"],
    ["get_pet", "getPet3"],
    ["other", "other2"],
  ]);
});
