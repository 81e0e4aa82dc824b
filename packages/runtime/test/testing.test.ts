import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test, vi } from "vitest";
import { createPetTestFetch, type PetAnswers } from "./support/test-api.ts";

const pet = "https://api.test/v1/pets/a%20b";

async function read(response: Response): Promise<readonly [number, string | null, string]> {
  return [response.status, response.headers.get("content-type"), await response.text()];
}

test("answers the first documented success with its first example unless told otherwise", async () => {
  const { fetch } = createPetTestFetch();
  const response = await fetch(pet);
  expect(response.headers.get("x-left")).toBe("9");
  expect(await read(response)).toEqual([200, "application/json", '{"name":"Ada"}']);
  expect(await read(await fetch(pet, { method: "PUT" }))).toEqual([204, null, ""]);
});

const answers: readonly {
  readonly name: string;
  readonly given: PetAnswers["readPet"];
  readonly want: readonly [number, string | null, string];
}[] = [
  {
    name: "an example by its name",
    given: { status: 200, example: "bob" },
    want: [200, "application/json", '{"name":"Bob","age":3}'],
  },
  {
    name: "a body of the test's own",
    given: { status: 200, body: { name: "Eve" } },
    want: [200, "application/json", '{"name":"Eve"}'],
  },
  {
    name: "another of the documented media types",
    given: { status: 200, mediaType: "text/plain", body: "Ada" },
    want: [200, "text/plain", "Ada"],
  },
  {
    name: "a media type of a documented range",
    given: { status: 200, mediaType: "image/png", body: new Blob(["bytes"]) },
    want: [200, "image/png", "bytes"],
  },
  { name: "a status without a body", given: { status: 404 }, want: [404, null, ""] },
  {
    name: "a status that has no example, with a body",
    given: { status: 429, body: { wait: 1 } },
    want: [429, "application/json", '{"wait":1}'],
  },
  {
    name: "a status of a range",
    given: { status: "4XX", code: 409 },
    want: [409, "application/problem+json", '{"code":"odd"}'],
  },
  { name: "a status that is no other's", given: { status: "default", code: 503 }, want: [503, null, ""] },
  {
    name: "JSON that ends too early",
    given: { fault: "malformed" },
    want: [200, "application/json", '{"half":'],
  },
  {
    name: "a page of a proxy",
    given: { fault: "html" },
    want: [200, "text/html", "<!doctype html><title>Proxy</title>"],
  },
  {
    name: "an undocumented status of the test's choice",
    given: { fault: "undocumented", code: 299, body: { a: 1 } },
    want: [299, "application/json", '{"a":1}'],
  },
];

test.each(answers)("answers with $name", async ({ given, want }) => {
  const { fetch, answer } = createPetTestFetch();
  answer("readPet", given);
  expect(await read(await fetch(pet))).toEqual(want);
  expect(await read(await fetch(pet)), "again, as the last answer repeats").toEqual(want);
});

test("finds a status that the document does not know", async () => {
  const { fetch, answer } = createPetTestFetch();
  answer("savePet", { fault: "undocumented" });
  answer("readPet", { fault: "undocumented" });
  expect(await read(await fetch(pet, { method: "PUT" }))).toEqual([418, "text/plain", ""]);
  // The document has 4XX, and `default` for whatever else is no success.
  expect(await read(await fetch(pet))).toEqual([299, "text/plain", ""]);
});

test("gives answers in their order, and repeats the last", async () => {
  const { fetch, answer } = createPetTestFetch();
  answer("readPet", { status: 429, body: { wait: 0 } }, { status: 404 }, { status: 200, example: "bob" });
  const statuses = (await Promise.all([fetch(pet), fetch(pet), fetch(pet), fetch(pet)])).map(
    ({ status }) => status,
  );
  expect(statuses).toEqual([429, 404, 200, 200]);
  answer("readPet", { status: 404 });
  expect((await fetch(pet)).status, "set anew").toBe(404);
});

test("sets headers over the document's examples, and takes one away", async () => {
  const { fetch, answer } = createPetTestFetch();
  answer(
    "readPet",
    { status: 200, headers: { "X-Left": 0, "Retry-After": "1" } },
    { status: 200, headers: { "X-Left": null } },
  );
  const first = await fetch(pet);
  expect([first.headers.get("x-left"), first.headers.get("retry-after")]).toEqual(["0", "1"]);
  expect((await fetch(pet)).headers.get("x-left")).toBeNull();
});

test("rejects as fetch does when the network is to fail", async () => {
  const { fetch, answer, requests } = createPetTestFetch();
  answer("readPet", { fault: "network" }, { status: 404 });
  await expect(fetch(pet)).rejects.toThrow(new TypeError("fetch failed"));
  expect((await fetch(pet)).status).toBe(404);
  expect(requests.map(({ error }) => error)).toEqual([undefined, undefined]);
});

test.each<{ name: string; given: PetAnswers["readPet"] }>([
  { name: "never comes", given: { fault: "hang" } },
  { name: "is late", given: { status: 404, delay: 3_600_000 } },
  { name: "is a late fault of the network", given: { fault: "network", delay: 3_600_000 } },
])("rejects with the signal's reason while an answer $name", async ({ given }) => {
  const { fetch, answer, requests } = createPetTestFetch();
  answer("readPet", given);
  const controller = new AbortController();
  const pending = fetch(new Request(pet, { signal: controller.signal }));
  const reason = new Error("enough");
  setImmediate(() => controller.abort(reason));
  await expect(pending).rejects.toBe(reason);
  await expect(fetch(pet, { signal: controller.signal })).rejects.toBe(reason);
  expect(requests, "what was aborted before it was sent never came").toHaveLength(1);
});

test("rejects with the signal's reason also when memory was cleared while it waited", async () => {
  setFlagsFromString("--expose-gc");
  const clear: () => void = runInNewContext("gc");
  const { fetch, answer } = createPetTestFetch();
  answer("readPet", { fault: "hang" });
  const controller = new AbortController();
  const pending = fetch(new Request(pet, { signal: controller.signal }));
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    clear();
  }
  controller.abort(new Error("enough"));
  await expect(pending).rejects.toThrow("enough");
});

test("lets an answer come late, by a clock that a test can turn", async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { fetch, answer } = createPetTestFetch();
  answer("readPet", { status: 404, delay: 3_600_000 });
  let status = 0;
  const pending = fetch(pet, { signal: new AbortController().signal }).then((response) => {
    status = response.status;
  });
  await vi.advanceTimersByTimeAsync(3_599_999);
  expect(status).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await pending;
  expect(status).toBe(404);
});

test("forgets answers and requests when it is reset", async () => {
  const server = createPetTestFetch();
  server.answer("readPet", { status: 404 });
  await server.fetch(pet);
  server.reset();
  expect(server.requests).toEqual([]);
  expect((await server.fetch(pet)).status).toBe(200);
});

test("stands in for the global fetch", () => {
  const replaced: typeof globalThis.fetch = createPetTestFetch().fetch;
  expect(replaced).toBeTypeOf("function");
});
