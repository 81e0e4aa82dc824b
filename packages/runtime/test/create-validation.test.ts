import { afterEach, expect, test, vi } from "vitest";
import { createValidation } from "../src/create-validation.ts";
import type {
  Drift,
  Issue,
  OperationSchemas,
  StandardSchema,
  ValidationOptions,
} from "../src/validation-types.ts";
import { call } from "./support/call.ts";
import { show, startScripted } from "./support/scripted.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** A schema that finds at `name` whatever is no text, and notes a color that it does not know. */
const pet: StandardSchema<unknown> = {
  "~standard": {
    version: 1,
    vendor: "specmill",
    validate: (value) => {
      const { name, color = "red" } = Object(value) as { name?: unknown; color?: unknown };
      if (typeof name !== "string") return { issues: [{ message: "must be string", path: ["name"] }] };
      return color === "red" ? { value } : { value, notes: [{ message: "is not known", path: ["color"] }] };
    },
  },
};

function refuse(...issues: readonly Issue[]): StandardSchema<unknown> {
  return { "~standard": { version: 1, vendor: "specmill", validate: () => ({ issues }) } };
}

const schemas: OperationSchemas = {
  readThing: {
    body: { "application/json": pet, "multipart/form-data": pet },
    responses: { 200: { "application/json": pet }, "4XX": { "application/problem+json": pet } },
  },
};

const reason = "is not what its schema asks: name must be string";
const wrong = [{ message: "must be string", path: ["name"] }];
const unknown = [{ message: "is not known", path: ["color"] }];

const cases: readonly {
  name: string;
  options?: ValidationOptions;
  given: Parameters<ReturnType<typeof createValidation>>;
  want?: object;
  drift?: Omit<Drift, "operation">;
}[] = [
  {
    name: "an answer that conforms may pass",
    given: [{ name: "Ada" }, "readThing", "application/json", "200", 200],
  },
  {
    name: "an answer that does not conform is refused and told",
    given: [{ name: 1 }, "readThing", "application/json", "200", 200],
    want: { issues: wrong, reason },
    drift: { direction: "response", status: 200, mediaType: "application/json", issues: wrong },
  },
  {
    name: "an answer in a range is told by the status that came",
    given: [{}, "readThing", "application/problem+json", "4XX", 418],
    want: { issues: wrong, reason },
    drift: { direction: "response", status: 418, mediaType: "application/problem+json", issues: wrong },
  },
  {
    name: "an answer with a value that the document does not know may pass and is told",
    given: [{ name: "Ada", color: "blue" }, "readThing", "application/json", "200", 200],
    drift: { direction: "response", status: 200, mediaType: "application/json", issues: unknown },
  },
  {
    name: "a request that does not conform is refused and told",
    given: [{ name: 1 }, "readThing", "application/json"],
    want: { issues: wrong, reason },
    drift: { direction: "request", mediaType: "application/json", issues: wrong },
  },
  {
    name: "a request is looked at as it travels: a date is a text by then",
    given: [{ name: new Date(0) }, "readThing", "application/json"],
  },
  {
    name: "a request is looked at as it travels: what is undefined is gone",
    given: [{ name: undefined }, "readThing", "application/json"],
    want: { issues: wrong, reason },
    drift: { direction: "request", mediaType: "application/json", issues: wrong },
  },
  {
    name: "a form is looked at as it is given",
    given: [{ name: new Date(0) }, "readThing", "multipart/form-data"],
    want: { issues: wrong, reason },
    drift: { direction: "request", mediaType: "multipart/form-data", issues: wrong },
  },
  {
    name: "observed answers pass and are told",
    options: { responses: "observe" },
    given: [{}, "readThing", "application/json", "200", 200],
    drift: { direction: "response", status: 200, mediaType: "application/json", issues: wrong },
  },
  {
    name: "observed requests pass and are told",
    options: { requests: "observe" },
    given: [{}, "readThing", "application/json"],
    drift: { direction: "request", mediaType: "application/json", issues: wrong },
  },
  {
    name: "answers that nobody looks at pass",
    options: { responses: "off" },
    given: [{}, "readThing", "application/json", "200", 200],
  },
  {
    name: "requests that nobody looks at pass",
    options: { requests: "off" },
    given: [{}, "readThing", "application/json"],
  },
  {
    name: "one direction may be looked at without the other",
    options: { requests: "off" },
    given: [{}, "readThing", "application/json", "200", 200],
    want: { issues: wrong, reason },
    drift: { direction: "response", status: 200, mediaType: "application/json", issues: wrong },
  },
  { name: "an operation without schemas passes", given: [{}, "other", "application/json", "200", 200] },
  { name: "a status without schemas passes", given: [{}, "readThing", "application/json", "500", 500] },
  { name: "a media type without a schema passes", given: [{}, "readThing", "text/plain", "200", 200] },
];

test.each(cases)("$name", ({ options, given, want, drift }) => {
  const onDrift = vi.fn();
  expect(createValidation(schemas, { ...options, onDrift })(...given)).toEqual(want);
  const told = drift === undefined ? [] : [[{ operation: "readThing", ...drift }]];
  expect(onDrift.mock.calls).toEqual(told);
});

test("without options both directions are enforced", () => {
  const validate = createValidation(schemas);
  expect(validate({}, "readThing", "application/json")).toBeDefined();
  expect(validate({}, "readThing", "application/json", "200", 200)).toBeDefined();
});

test.each([
  { given: [{ message: "is wrong", path: [] }], want: "it is wrong" },
  { given: [{ message: "is wrong", path: ["a", 0, "b"] }], want: "a.0.b is wrong" },
  {
    given: ["a", "b", "c"].map((name) => ({ message: "is wrong", path: [name] })),
    want: "a is wrong; b is wrong; c is wrong",
  },
  {
    given: ["a", "b", "c", "d"].map((name) => ({ message: "is wrong", path: [name] })),
    want: "a is wrong; b is wrong; c is wrong; and more",
  },
])("the reason is a line: $want", ({ given, want }) => {
  const responses = { 200: { "application/json": refuse(...given) } };
  const validate = createValidation({ readThing: { responses } });
  expect(validate({}, "readThing", "application/json", "200", 200)).toEqual({
    issues: given,
    reason: `is not what its schema asks: ${want}`,
  });
});

const post = { method: "POST", requestBody: ["application/json"] };

test("a call whose body does not conform sends nothing, and its error tells what is wrong and not the value", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const client = { baseUrl, validate: createValidation(schemas) };
  const outcome = await call(client, post, { body: { name: ["s3cret"] } });
  expect(outcome).toMatchObject({ ok: false, status: "invalid-request", error: { issues: wrong } });
  expect("error" in outcome && outcome.error.message).toBe(
    `POST ${baseUrl}/things: invalid-request: the body ${reason}`,
  );
  expect(show(outcome)).not.toContain("s3cret");
  expect(requests).toEqual([]);
});

test("an answer that does not conform is told apart, and not asked for again", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const client = { baseUrl, validate: createValidation(schemas), retry: { baseDelay: 1 } };
  const outcome = await call(client);
  expect(outcome).toMatchObject({ ok: false, status: "invalid-response", error: { issues: wrong } });
  expect("error" in outcome && outcome.error.message).toBe(
    `GET ${baseUrl}/things: invalid-response: the body of the 200 answer ${reason}`,
  );
  expect("response" in outcome && outcome.response.status).toBe(200);
  expect(requests).toHaveLength(1);
});

test("an answer that is observed comes as it is", async () => {
  const { baseUrl } = await startScripted(200);
  const onDrift = vi.fn();
  const validate = createValidation(schemas, { responses: "observe", onDrift });
  expect(await call({ baseUrl, validate })).toMatchObject({ ok: true, data: { a: 1 } });
  expect(onDrift).toHaveBeenCalledTimes(1);
});

test("a body of the answer that nobody documented is not looked at", async () => {
  const { baseUrl } = await startScripted(500);
  const onDrift = vi.fn();
  expect(await call({ baseUrl, validate: createValidation(schemas, { onDrift }) })).toMatchObject({
    status: "undocumented",
  });
  expect(onDrift).not.toHaveBeenCalled();
});

test.each([
  {
    name: "throws",
    onDrift: () => {
      throw new Error("the log is full");
    },
  },
  { name: "rejects", onDrift: () => Promise.reject(new Error("the log is full")) },
])("a listener that $name has no say in the call", async ({ onDrift }) => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const { baseUrl } = await startScripted(200);
  const validate = createValidation(schemas, { requests: "observe", responses: "observe", onDrift });
  const outcome = await call({ baseUrl, validate }, post, { body: {} });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(outcome).toMatchObject({ ok: true, data: { a: 1 } });
  expect(unhandled).not.toHaveBeenCalled();
});
