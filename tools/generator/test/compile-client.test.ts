import { buildModel, type JsonObject, type LoadedDocument } from "@specmill/spec";
import { expect, test } from "vitest";
import { compileClient, emitClientSource } from "../src/compile-client.ts";

function loadedOf(paths: JsonObject): LoadedDocument {
  const document = { openapi: "3.1.1", info: { title: "Things", version: "1" }, paths };
  return {
    file: "/things/openapi.json",
    text: JSON.stringify(document),
    version: "3.1",
    document,
    files: [],
  };
}

const responses = { "204": { description: "Done." } };

test("A client is written from its document alone, and compiles to a module without types and comments", () => {
  const loaded = loadedOf({ "/things": { get: { summary: "List */ things", responses } } });
  const emitted = emitClientSource(loaded, "things");
  const javascript = emitted.kind === "emitted" ? compileClient(emitted.source) : "";
  expect(buildModel(loaded.document).operations).toHaveLength(1);
  expect(javascript.split("\n")).toEqual([
    'import { createCaller, } from "@specmill/runtime";',
    "export function createThingsClient(options) {",
    "    const call = createCaller(options, []);",
    "    return {",
    "        getThings: call(getThingsOperation),",
    "    };",
    "}",
    "const getThingsOperation = {",
    '    id: "get-things",',
    '    method: "GET",',
    '    path: "/things",',
    "    responses: { 204: [] },",
    "};",
    "",
  ]);
});

test("A document of which there is no client is told of", () => {
  const emitted = emitClientSource(loadedOf({}), "things");
  expect(emitted).toMatchObject({ kind: "failed", problems: [{ rule: "no-operations" }] });
});
