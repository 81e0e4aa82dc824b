import { expect, test } from "vitest";
import { redact, showAs } from "../src/redact.ts";
import { show } from "./support/scripted.ts";

const file = new Blob(["x"]);
const date = new Date(0);

const cases: readonly { name: string; sensitive?: readonly string[]; given: unknown; want: unknown }[] = [
  { name: "where nothing is sensitive, all is shown", given: { password: "p" }, want: { password: "p" } },
  {
    name: "a sensitive member is hidden and the others are not",
    sensitive: ["password"],
    given: { name: "Ada", password: "p" },
    want: { name: "Ada", password: "***" },
  },
  {
    name: "a sensitive member is hidden at any depth",
    sensitive: ["password"],
    given: { users: [{ login: { password: "p" } }], password: "q" },
    want: { users: [{ login: { password: "***" } }], password: "***" },
  },
  {
    name: "a sensitive member is hidden with all that is in it",
    sensitive: ["login"],
    given: { login: { name: "Ada" } },
    want: { login: "***" },
  },
  {
    name: "a sensitive member that is null or empty is hidden as well",
    sensitive: ["password"],
    given: [{ password: null }, { password: "" }],
    want: [{ password: "***" }, { password: "***" }],
  },
  { name: "text has no members", sensitive: ["length"], given: "text", want: "text" },
  { name: "null has no members", sensitive: ["a"], given: null, want: null },
  {
    name: "a date stays what it is, and of a file only its kind is told",
    sensitive: ["password"],
    given: { date, file },
    want: { date, file: "[object Blob]" },
  },
  {
    name: "of a form that the caller has filled only its kind is told",
    sensitive: ["password"],
    given: new URLSearchParams({ name: "Ada", password: "p" }),
    want: "[object URLSearchParams]",
  },
];

test.each(cases)("$name", ({ sensitive, given, want }) => {
  expect(redact(sensitive, given)).toEqual(want);
});

test("of a multipart form only its kind is told", () => {
  const form = new FormData();
  form.append("name", "Ada");
  form.append("password", "p");
  expect(redact(["password"], form)).toBe("[object FormData]");
});

test("what is given is not changed", () => {
  const given = { users: [{ password: "p" }] };
  redact(["password"], given);
  expect(given).toEqual({ users: [{ password: "p" }] });
});

test("a console shows what it is told to, and only that", () => {
  const target = showAs({ secret: "s3cret" }, () => "Thing {}");
  expect(show(target)).toBe("Thing {}");
  expect(show({ deep: [target] })).toContain("Thing {}");
  expect(show({ deep: [target] })).not.toContain("s3cret");
  expect(Reflect.get(target, Symbol.for("Deno.customInspect"))()).toBe("Thing {}");
});

test("what is shown can be set again, and is no member of its own", () => {
  const target = showAs(
    showAs({ a: 1 }, () => "one"),
    () => "two",
  );
  expect(show(target)).toBe("two");
  expect({ ...target }).toEqual({ a: 1 });
  expect(JSON.stringify(target)).toBe('{"a":1}');
});
