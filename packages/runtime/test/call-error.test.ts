import { expect, test } from "vitest";
import { CallError } from "../src/call-error.ts";
import { summarize } from "../src/call-summary.ts";
import { describeOperation } from "./support/operation.ts";
import { show } from "./support/scripted.ts";

const call = { operation: "savePet", method: "PATCH", url: "https://example.com/pets/1" };

test.each([
  { status: 404, reason: undefined, want: "PATCH https://example.com/pets/1: 404" },
  { status: "network", reason: "gone", want: "PATCH https://example.com/pets/1: network: gone" },
  { status: "timeout", reason: "", want: "PATCH https://example.com/pets/1: timeout" },
])("its message tells method, URL and status: $want", ({ status, reason, want }) => {
  const error = new CallError(call, status, reason);
  expect(error.message).toBe(want);
  expect(error).toMatchObject({ ...call, status, name: "CallError" });
  expect(error.stack).toContain("CallError");
});

test("it is an error of a class of its own", () => {
  const error = new CallError(call, 404);
  expect(error).toBeInstanceOf(CallError);
  expect(error).toBeInstanceOf(Error);
  expect(Object.prototype.toString.call(error)).toBe("[object Error]");
});

test("it keeps its cause and the issues of a schema, and has neither where there is none", () => {
  const cause = new Error("why");
  const issues = [{ message: "is missing", path: ["name"] }];
  const error = new CallError(call, "network", "", { cause, issues });
  expect(error.cause).toBe(cause);
  expect(error.issues).toBe(issues);
  const bare = new CallError(call, 404);
  expect("cause" in bare).toBe(false);
  expect("issues" in bare).toBe(false);
  expect("outcome" in bare).toBe(false);
});

test("a console and JSON show the call", () => {
  const error = new CallError(call, 404);
  expect(show(error)).toContain("operation: 'savePet'");
  expect(JSON.parse(JSON.stringify(error))).toEqual({ ...call, status: 404, name: "CallError" });
});

test("before its URL is known a call is told by its path", () => {
  expect(summarize(describeOperation({ id: "readPet", path: "/pets/{id}" }))).toEqual({
    operation: "readPet",
    method: "GET",
    url: "/pets/{id}",
  });
});
