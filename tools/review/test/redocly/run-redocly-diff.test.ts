import { createServer } from "node:http";
import type { JsonObject } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { matchRedocly } from "../../src/redocly/match-redocly.ts";
import { runRedoclyDiff } from "../../src/redocly/run-redocly-diff.ts";

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const base = makeDocument(
  { parameters: [id, makeLimit({ exclusiveMinimum: 0 })] },
  {},
  {
    Flat: { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "string" } } },
    Kind: { const: "a" },
    Nick: { type: ["string", "null"] },
    Name: { type: "string", maxLength: 40 },
  },
);
const head = makeDocument(
  { parameters: [makeLimit({ minimum: 1 })] },
  { parameters: [id] },
  {
    Flat: {
      allOf: [
        { type: "object", required: ["a"], properties: { a: { type: "string" } } },
        { type: "object", properties: { b: { type: "string" } } },
      ],
    },
    Kind: { enum: ["a"] },
    Nick: { oneOf: [{ type: "string" }, { type: "null" }] },
    Name: { type: "string", maxLength: 20 },
  },
);

function makeLimit(bound: JsonObject): JsonObject {
  return { name: "limit", in: "query", schema: { type: "integer", ...bound } };
}

function makeDocument(members: JsonObject, path: JsonObject, schemas: JsonObject): JsonObject {
  const properties = Object.fromEntries(
    Object.keys(schemas).map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const content = { "application/json": { schema: { type: "object", properties } } };
  const put = {
    operationId: "putItem",
    ...members,
    requestBody: { content },
    responses: { 200: { description: "Done.", content } },
  };
  const info = { title: "Items", version: "1.0.0" };
  return { openapi: "3.1.0", info, paths: { "/items/{id}": { ...path, put } }, components: { schemas } };
}

describe("redocly diff", () => {
  test("finds what breaks, and calls breaking what is the same in other words", async () => {
    const changes = await runRedoclyDiff({ base, head });
    const place = "#/components/schemas/Name/maxLength";
    const ours = {
      rule: "request-max-length",
      comparison: "narrower",
      wire: "breaking",
      source: "note",
      message: "The name is shorter.",
      base: place,
      head: place,
      evidence: "search",
      operations: ["putItem"],
    } as const;
    const { unmatched, matched } = matchRedocly(changes, [ours], { base, head });
    expect(matched).toBe(1);
    const alarms = new Set(unmatched.map(({ pointer }) => pointer));
    const falseAlarms = [
      "#/components/schemas/Flat/allOf",
      "#/components/schemas/Nick/oneOf",
      "#/paths/~1items~1{id}/put/parameters/0/schema/minimum",
      "#/paths/~1items~1{id}/parameters",
      "#/paths/~1items~1{id}/put/parameters/0",
    ];
    expect([...alarms]).toEqual(expect.arrayContaining(falseAlarms));
    expect([...alarms].some((pointer) => pointer.startsWith("#/components/schemas/Name"))).toBe(false);
  });

  test("that cannot read a document has failed, and says why", async () => {
    await expect(runRedoclyDiff({ base, head: { ...head, openapi: "9.9.9" } })).rejects.toThrow(
      /^redocly diff failed: .*version/is,
    );
  });

  test("reaches no other host, and fails instead", async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end("{}");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const remote = { A: { $ref: `http://127.0.0.1:${port}/a.json` } };
    const document = makeDocument({ parameters: [id] }, {}, remote);
    await expect(runRedoclyDiff({ base, head: document })).rejects.toThrow(/redocly diff failed/);
    await new Promise((closed) => server.close(closed));
    expect(asked).toEqual([]);
  });
});
