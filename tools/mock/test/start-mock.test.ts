import { join } from "node:path";
import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, greeting } from "./documents.ts";
import { sendRaw, serve, writeFolder } from "./serving.ts";

test("the problems of every API are told together", async () => {
  const folder = await writeFolder({ "a.yaml": "openapi: 2.0.0", "b.yaml": greeting("b"), "c.yaml": "[" });
  const apis = ["a", "b", "c", "missing"].map((name) => ({ name, file: join(folder, `${name}.yaml`) }));
  const result = await startMock({ apis });
  expect(result.kind === "failed" && result.problems.map(({ file, rule }) => [file.slice(-6), rule])).toEqual(
    [
      ["a.yaml", "unsupported-document"],
      ["c.yaml", "yaml-syntax"],
      ["g.yaml", "file-not-readable"],
    ],
  );
});

const unservable = [
  {
    name: "a dialect that the mock does not know",
    text: document("/a: { get: { responses: {} } }", "jsonSchemaDialect: https://example.com/own"),
    want: { line: 3, rule: "mock-dialect" },
  },
  {
    name: "an example with a $ref to a file",
    text: document(
      '/a: { get: { responses: { "200": { description: A., content: { application/json: { example: { b: { $ref: /etc/hostname } } } } } } } }',
    ),
    want: {
      line: 5,
      rule: "mock-outward-ref",
      message: expect.stringContaining("/application~1json/example/b"),
    },
  },
];

test.each(unservable)("a document with $name is not served", async ({ text, want }) => {
  const folder = await writeFolder({ "openapi.yaml": text });
  const result = await startMock({ apis: [{ name: "a", file: join(folder, "openapi.yaml") }] });
  expect(result).toMatchObject({ kind: "failed", problems: [{ severity: "error", ...want }] });
});

test("a port in use is told in a sentence", async () => {
  const { url, folder } = await serve({ one: greeting("a") });
  const port = Number(new URL(url).port);
  const result = await startMock({ apis: [{ name: "one", file: join(folder, "one.yaml") }], port });
  expect(result).toEqual({
    kind: "unavailable",
    message: `Port ${port} on 127.0.0.1 is in use. Choose another port, or end what listens there.`,
  });
});

test("an address of another machine is told in a sentence", async () => {
  const result = await startMock({ apis: [], host: "192.0.2.1" });
  expect(result).toEqual({ kind: "unavailable", message: "192.0.2.1 is no address of this machine." });
});

test("two APIs of one name are refused", async () => {
  const api = { name: "one", file: "one.yaml" };
  await expect(startMock({ apis: [api, api] })).rejects.toThrow("Two APIs are named one.");
});

test("the mock ends at once, in the midst of a request", async () => {
  const mock = await serve({ one: greeting("a") });
  const unfinished = "POST /one/hello HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf";
  const stuck = sendRaw(mock.url, unfinished).catch(() => "");
  const idle = await fetch(`${mock.url}/one/hello`);
  await mock.close();
  expect(await stuck).toBe("");
  expect(idle.status).toBe(200);
  await expect(fetch(`${mock.url}/one/hello`)).rejects.toThrow();
});

test("an API without operations answers all the same", async () => {
  const { url } = await serve({ empty: document("{}") });
  const response = await fetch(`${url}/empty/hello`);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining("has no operations") });
});
