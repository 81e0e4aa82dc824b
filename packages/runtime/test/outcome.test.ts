import { expect, test } from "vitest";
import type { Caller, Documented, Failure } from "../src/index.ts";
import { describeOperation } from "./support/operation.ts";

interface Thing {
  readonly name: string;
}

interface Fault {
  readonly title: string;
}

type Result =
  | Documented<true, 200, Thing>
  | Documented<true, 204, undefined>
  | Documented<false, 404, Fault>
  | Failure;

/** Every outcome in words; it compiles only while each status narrows to a type of its own. */
function tell(result: Result): string {
  switch (result.status) {
    case 200:
      return result.data.name;
    case 204:
      return `${result.data satisfies undefined}`;
    case 404:
      return result.data.title;
    case "undocumented":
      // @ts-expect-error The body of an unknown status is of no known type.
      result.data satisfies Thing;
      return `${result.response.status}`;
    case "invalid-response":
      return `${result.response.status} ${result.error.message}`;
    case "invalid-request":
    case "network":
    case "aborted":
      // @ts-expect-error Where no answer came, there is none to look at.
      expect(result.response).toBeUndefined();
      return result.error.message;
  }
}

const response = new Response(null, { status: 418 });
const error = new Error("told");

test.each<{ name: string; given: Result; want: string }>([
  {
    name: "a success narrows to its body",
    given: { ok: true, status: 200, data: { name: "a" }, response },
    want: "a",
  },
  {
    name: "a success without a body has none",
    given: { ok: true, status: 204, data: undefined, response },
    want: "undefined",
  },
  {
    name: "an error narrows to its own body",
    given: { ok: false, status: 404, data: { title: "none" }, response },
    want: "none",
  },
  {
    name: "an unknown status is looked up in the response",
    given: { ok: false, status: "undocumented", data: "", response },
    want: "418",
  },
  {
    name: "an answer that is not what was documented has a response and an error",
    given: { ok: false, status: "invalid-response", error, response },
    want: "418 told",
  },
  {
    name: "a request that is none has an error",
    given: { ok: false, status: "invalid-request", error },
    want: "told",
  },
  {
    name: "a fault of the network has an error",
    given: { ok: false, status: "network", error },
    want: "told",
  },
  { name: "an aborted call has an error", given: { ok: false, status: "aborted", error }, want: "told" },
])("$name", ({ given, want }) => {
  expect(tell(given)).toBe(want);
});

test("ok alone tells success from the rest", () => {
  const read = (result: Result): string | undefined => {
    // @ts-expect-error Before ok is known there may be no data.
    void result.data;
    // @ts-expect-error A failure has no data of the success.
    if (!result.ok) return result.data.name;
    return result.data?.name;
  };
  expect(read({ ok: true, status: 200, data: { name: "a" }, response })).toBe("a");
});

test("a caller gives what the operation is said to end in", async () => {
  const caller: Caller = async <Outcome>() => ({ ok: true, status: 204 }) as Outcome;
  const result: Result = await caller<Result>(describeOperation());
  expect(result.ok).toBe(true);
});
