import { expect, test } from "vitest";
import { CallError } from "../src/call-error.ts";
import { explainFailure } from "../src/explain-failure.ts";
import { show } from "./support/scripted.ts";

const call = { operation: "readThing", method: "GET", url: "http://localhost/things" };
const secret = "s3cret/+";
const before = { sent: 0, secrets: [secret] };
const after = { sent: 1, secrets: [secret] };
const timeout = new DOMException("no answer within 5 ms", "TimeoutError");
const abort = new DOMException("This operation was aborted", "AbortError");

const cases: readonly {
  name: string;
  thrown: unknown;
  progress?: typeof before;
  aborted?: boolean;
  want: string;
}[] = [
  {
    name: "what is thrown before anything was sent refuses the request",
    thrown: new TypeError("no"),
    progress: before,
    want: "invalid-request: no",
  },
  {
    name: "what is thrown after it is a fault of the network",
    thrown: new TypeError("gone"),
    want: "network: gone",
  },
  { name: "time that is up is told as such", thrown: timeout, want: "timeout: no answer within 5 ms" },
  {
    name: "time that is up before anything was sent is told as such too",
    thrown: timeout,
    progress: before,
    want: "timeout: no answer within 5 ms",
  },
  {
    name: "a caller's own time limit is time that is up",
    thrown: timeout,
    aborted: true,
    want: "timeout: no answer within 5 ms",
  },
  {
    name: "a caller that gives up is told as such",
    thrown: abort,
    aborted: true,
    want: "aborted: This operation was aborted",
  },
  { name: "a caller may give up for a reason in words", thrown: "bye", aborted: true, want: "aborted: bye" },
  { name: "a caller may give up for no reason", thrown: undefined, aborted: true, want: "aborted" },
  {
    name: "an abort that is not the caller's is a fault of the network",
    thrown: abort,
    want: "network: This operation was aborted",
  },
  {
    name: "the innermost cause tells why",
    thrown: new TypeError("fetch failed", {
      cause: new Error("connect", { cause: new Error("ECONNREFUSED") }),
    }),
    want: "network: ECONNREFUSED",
  },
  {
    name: "a cause without words leaves those of what was thrown",
    thrown: new TypeError("fetch failed", { cause: new AggregateError([]) }),
    want: "network: fetch failed",
  },
  { name: "a secret in the words is hidden", thrown: new Error(`bad ${secret}!`), want: "network: bad ***!" },
  {
    name: "a secret in the words of a cause is hidden",
    thrown: new Error("bad", { cause: new Error(`token ${secret}`) }),
    want: "network: token ***",
  },
  { name: "a secret in thrown text is hidden", thrown: `bad ${secret}`, want: "network: bad ***" },
  { name: "a secret in a thrown object is hidden", thrown: { token: secret }, want: "network" },
  {
    name: "a secret in what hangs on an error is hidden",
    thrown: Object.assign(new Error("bad"), { config: { headers: { authorization: secret } } }),
    want: "network: bad",
  },
];

test.each(cases)("$name", ({ thrown, progress = after, aborted, want }) => {
  const error = explainFailure(call, thrown, progress, aborted);
  expect(error).toBeInstanceOf(CallError);
  expect(error.message).toBe(`GET http://localhost/things: ${want}`);
  expect(error.status).toBe(want.split(":")[0]);
  expect(show(error)).not.toContain(secret);
});

test("what was thrown is the cause where the call had no secret", () => {
  const thrown = new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
  expect(explainFailure(call, thrown, { sent: 1, secrets: [] }).cause).toBe(thrown);
});

test("where the call had one, the cause tells name, code and message of all that was thrown", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const thrown = new TypeError("fetch failed", { cause: refused });
  expect(explainFailure(call, thrown, after).cause).toMatchObject({
    name: "TypeError",
    message: "fetch failed",
    cause: { name: "Error", message: "connect ECONNREFUSED", code: "ECONNREFUSED" },
  });
});

test("a cause that goes in circles is told once", () => {
  const thrown = new Error("round");
  thrown.cause = new Error("and round", { cause: thrown });
  expect(explainFailure(call, thrown, after).message).toContain("round");
});

test("a refusal of this call is told as it is", () => {
  const refusal = new CallError(call, "invalid-request", "the body is not what its schema asks");
  expect(explainFailure(call, refusal, before)).toBe(refusal);
});

test("the error of another call is a cause, and says nothing of the status of this one", () => {
  const other = new CallError({ operation: "getToken", method: "POST", url: "http://auth/token" }, 401);
  const error = explainFailure(call, other, before);
  expect(error).toMatchObject({ status: "invalid-request", operation: "readThing" });
  expect(error.message).toBe("GET http://localhost/things: invalid-request: POST http://auth/token: 401");
});
