import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ApiReport } from "../src/report/report.ts";
import { readSubject } from "../src/run/read-subject.ts";
import { verifyApi } from "../src/verify-api.ts";

const ok = { responses: { "200": { description: "Fine." } } };
const text = { type: "string" };
const answer = (content: object, status = "200") => ({
  responses: { [status]: { description: "Fine.", content } },
});
const json = (schema: object) => ({ "application/json": { schema } });
const parameter = (place: string, schema: object, more: object = {}) => ({
  name: "given",
  in: place,
  schema,
  ...(place === "path" ? { required: true } : {}),
  ...more,
});

interface Row {
  readonly name: string;
  /** `not verified` where nothing is left to prove an operation by. */
  readonly verdict?: "not verified";
  readonly paths: object;
  readonly components?: object;
  readonly version?: string;
  /** What a note or a problem has to say. */
  readonly says?: string;
  /** An end of the id of a case that there must not be. */
  readonly lacks?: string;
}

const rows: readonly Row[] = [
  {
    name: "a header holds no text of many scripts, so none is tried",
    paths: { "/a": { get: { parameters: [parameter("header", text)], ...ok } } },
    lacks: "unicode",
  },
  {
    name: "no client sends a body with GET, so none is tried",
    paths: { "/a": { get: { requestBody: { content: json(text) }, ...ok } } },
    says: "No client of the platform sends a body with GET, so none is tried.",
  },
  {
    name: "an operation whose GET must have a body is not tried at all",
    verdict: "not verified",
    paths: { "/a": { get: { requestBody: { required: true, content: json(text) }, ...ok }, put: ok } },
    says: "No client of the platform sends a body with GET, so nothing is tried here.",
  },
  {
    name: "an operation of interim answers alone is not tried",
    verdict: "not verified",
    paths: { "/a": { get: { responses: { "100": { description: "Go on." } } }, put: ok } },
    says: "no response but interim ones",
  },
  {
    name: "TRACE is not tried",
    verdict: "not verified",
    paths: { "/a": { trace: ok, put: ok } },
    says: "No client of the platform sends TRACE",
  },
  {
    name: "the body of a 204 is not tried",
    paths: { "/a": { delete: answer(json(text), "204") } },
    says: "HTTP has no body for a 204",
  },
  {
    name: "two media types in one key are not asked for",
    verdict: "not verified",
    paths: { "/a": { get: answer({ "text/csv, text/plain": { schema: text } }), put: ok } },
    says: "is no media type that could be asked for",
  },
  {
    name: "an answer that would have to contain itself is not judged",
    paths: { "/a": { get: answer(json({ $ref: "#/components/schemas/Node" })) } },
    components: {
      schemas: {
        Node: {
          type: "object",
          required: ["parent"],
          properties: { parent: { $ref: "#/components/schemas/Node" } },
        },
      },
    },
    says: "No answer can be made up here",
  },
  {
    name: "a bearer token of another name is as good as any",
    paths: { "/a": { get: { security: [{ one: [] }], ...ok } } },
    components: {
      securitySchemes: {
        one: { type: "http", scheme: "bearer" },
        two: { type: "openIdConnect", openIdConnectUrl: "https://id.example/" },
      },
    },
    lacks: "other-two",
  },
  {
    name: "two credentials for one header are more than a request can carry",
    verdict: "not verified",
    paths: { "/a": { get: { security: [{ one: [], two: [] }], ...ok }, put: ok } },
    components: {
      securitySchemes: { one: { type: "http", scheme: "bearer" }, two: { type: "http", scheme: "basic" } },
    },
    says: "No request can carry both one and two",
  },
  {
    name: "a number that is cut short is not taken for a broken body",
    paths: { "/a": { put: { requestBody: { content: json({ type: "integer" }) }, ...ok } } },
  },
  {
    name: "an exploded object takes any name in a query, so none is unknown",
    verdict: "not verified",
    paths: {
      "/a": { get: { parameters: [parameter("query", { type: "object", properties: { a: text } })], ...ok } },
    },
    lacks: "query/unknown",
  },
  {
    name: "a parameter of JSON takes no other name in a query",
    paths: {
      "/a": {
        get: {
          parameters: [{ name: "given", in: "query", content: json({ type: "object" }) }],
          ...ok,
        },
      },
    },
  },
  ...["simple", "label", "matrix"].flatMap((style) =>
    [true, false].map((explode) => ({
      name: `a path of the style ${style}, ${explode ? "exploded" : "not exploded"}, holds a list and an object`,
      paths: {
        "/a/{given}": {
          get: {
            parameters: [
              parameter(
                "path",
                { type: "object", properties: { a: text }, required: ["a"] },
                { style, explode },
              ),
            ],
            ...ok,
          },
        },
        "/b/{given}": {
          get: { parameters: [parameter("path", { type: "array", items: text }, { style, explode })], ...ok },
        },
      },
    })),
  ),
  {
    name: "a list of objects is more than a header can carry",
    paths: {
      "/a": {
        get: {
          parameters: [
            parameter("header", { type: "array", items: { type: "object", properties: { a: text } } }),
          ],
          ...ok,
        },
      },
    },
  },
  {
    name: "a header Prefer of the API's own leaves no way to ask for an answer",
    paths: {
      "/a": {
        get: {
          parameters: [{ name: "Prefer", in: "header", schema: { type: "string", enum: ["respond-async"] } }],
          ...answer(json(text)),
        },
      },
    },
    says: "The header Prefer is the API's own",
  },
  {
    name: "a style has no meaning in the parts of a form",
    paths: {
      "/a": {
        post: {
          requestBody: {
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: {
                    list: { type: "array", items: text },
                    deep: { type: "object", properties: { a: text } },
                  },
                },
                encoding: {
                  list: { style: "deepObject" },
                  deep: { style: "spaceDelimited", explode: false },
                },
              },
            },
          },
          ...ok,
        },
      },
    },
    version: "3.0.3",
  },
  {
    name: "a form of which nothing is said is an object all the same",
    paths: { "/a": { post: { requestBody: { content: { "multipart/form-data": { schema: {} } } }, ...ok } } },
  },
  {
    name: "a vendor's own media type with an object is answered",
    paths: {
      "/a": {
        get: answer({
          "application/vnd.example.thing": { schema: { type: "object", properties: { a: text } } },
        }),
      },
    },
  },
];

test.each(rows)(
  "$name",
  async ({ paths, components = {}, version = "3.1.0", verdict = "passed", says, lacks }) => {
    const report = await verify({
      openapi: version,
      info: { title: "Trial", version: "1" },
      paths,
      components,
    });
    const failures = report.results.flatMap(({ id, failures: found }) =>
      found.map(({ rule, message }) => `${id} ${rule}: ${message}`),
    );
    expect(failures).toEqual([]);
    expect(report.verdict).toBe(verdict);
    if (says !== undefined) expect(report.notes.map(({ message }) => message).join("\n")).toContain(says);
    if (lacks !== undefined) expect(report.results.filter(({ id }) => id.endsWith(lacks))).toEqual([]);
  },
);

test("an example that breaks its schema is told once, and blamed on the document", async () => {
  const content = { "application/json": { schema: { type: "integer" }, example: "many" } };
  const paths = { "/a": { get: { parameters: [parameter("query", text)], ...answer(content) } } };
  const report = await verify({ openapi: "3.1.0", info: { title: "Trial", version: "1" }, paths });
  const failed = report.results.filter(({ outcome }) => outcome === "failed");
  expect(new Set(failed.flatMap(({ failures }) => failures.map(({ blame }) => blame)))).toEqual(
    new Set(["spec"]),
  );
  expect(failed.every(({ id }) => id.includes("/200/"))).toBe(true);
});

test("a flag of 3.0 in a document of 3.1 is a problem at its place", async () => {
  const schema = { type: "integer", maximum: 5, exclusiveMaximum: true };
  const paths = { "/a": { get: { parameters: [parameter("query", schema)], ...ok } } };
  const report = await verify({ openapi: "3.1.0", info: { title: "Trial", version: "1" }, paths });
  expect(report.verdict).toBe("not verified");
  expect(report.problems.map(({ message }) => message).join()).toContain("exclusiveMaximum");
});

/** As the command has it for a document from elsewhere: with a client made in memory, and without gates. */
async function verify(document: object): Promise<ApiReport> {
  const folder = await mkdtemp(join(tmpdir(), "specmill-public-"));
  try {
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    const read = await readSubject({ api: "trial", file }, "2026-01-01");
    if (read.kind === "failed") throw new Error(read.problems.map(({ message }) => message).join("\n"));
    const { report } = await verifyApi(read.subject, { onProgress: () => {} });
    return report;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("text that comes where any media type may is not taken for JSON", async () => {
  const paths = { "/a": { get: answer({ "*/*": {} }) } };
  const report = await verify({ openapi: "3.1.0", info: { title: "Trial", version: "1" }, paths });
  expect(report.results.flatMap(({ failures }) => failures)).toEqual([]);
});
