import { expect, test } from "vitest";
import { CallError, type Documented, type Failure } from "../src/index.ts";

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
    case "timeout":
    case "aborted":
      // @ts-expect-error Where no answer came, there is none to look at.
      expect(result.response).toBeUndefined();
      return result.error.message;
  }
}

const response = new Response(null, { status: 418 });
const call = { operation: "readThing", method: "GET", url: "https://api.example.com/things" };
const headers = {};
const mediaType = undefined;
const error = new CallError(call, "network", "told");

test.each<{ name: string; given: Result; want: string }>([
  {
    name: "a success narrows to its body",
    given: { ok: true, status: 200, data: { name: "a" }, call, headers, mediaType, response },
    want: "a",
  },
  {
    name: "a success without a body has none",
    given: { ok: true, status: 204, data: undefined, call, headers, mediaType, response },
    want: "undefined",
  },
  {
    name: "an error narrows to its own body",
    given: { ok: false, status: 404, data: { title: "none" }, call, headers, mediaType, response },
    want: "none",
  },
  {
    name: "an unknown status is looked up in the response",
    given: { ok: false, status: "undocumented", data: "", call, response },
    want: "418",
  },
  {
    name: "an answer that is not what was documented has a response and an error",
    given: { ok: false, status: "invalid-response", call, error, response },
    want: "418 GET https://api.example.com/things: network: told",
  },
  {
    name: "a request that is none has an error",
    given: { ok: false, status: "invalid-request", call, error },
    want: "GET https://api.example.com/things: network: told",
  },
  {
    name: "a fault of the network has an error",
    given: { ok: false, status: "network", call, error },
    want: "GET https://api.example.com/things: network: told",
  },
  {
    name: "a call that took too long has an error",
    given: { ok: false, status: "timeout", call, error },
    want: "GET https://api.example.com/things: network: told",
  },
  {
    name: "an aborted call has an error",
    given: { ok: false, status: "aborted", call, error },
    want: "GET https://api.example.com/things: network: told",
  },
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
  expect(read({ ok: true, status: 200, data: { name: "a" }, call, headers, mediaType, response })).toBe("a");
});
