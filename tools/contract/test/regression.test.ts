import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import {
  listRegressionCases,
  type Regression,
  readRegressions,
  writeRegressions,
} from "../src/case/regression.ts";
import { contextOf, operationPointer, smallDocument } from "./small-api.ts";

const taken: Regression = {
  operation: "savePet",
  isAllowed: true,
  arguments: { path: { id: 1 }, body: { name: "é😀" }, contentType: "application/json" },
};
const refused: Regression = {
  operation: "savePet",
  isAllowed: false,
  arguments: { path: { id: 1 }, body: { name: 7 }, contentType: "application/json" },
};

const { api, wallet } = await contextOf(smallDocument);
const list = (...regressions: readonly Regression[]) => listRegressionCases(api, wallet, regressions);

test("a call that was not taken is made again through the client", () => {
  expect(list(taken)).toMatchObject([
    {
      operation: "savePet",
      kind: "regression",
      pointer: operationPointer,
      given: { kind: "call", arguments: taken.arguments, credentials: [{ scheme: "key" }] },
      expect: { kind: "answered" },
    },
  ]);
});

test("a call that was not refused is sent as it was, for whatever reason it is refused", () => {
  const [one] = list(refused);
  expect(one).toMatchObject({ kind: "regression", expect: { kind: "refused", reason: "any" } });
  expect(one?.given).toMatchObject({
    kind: "raw",
    request: { method: "POST", target: "/pets/1", body: '{"name":7}' },
  });
});

test("the id comes from what is sent, and not from where it stands", () => {
  const ids = list(taken, refused).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(list(refused, taken).map(({ id }) => id)).toEqual(ids.toReversed());
  for (const id of ids) expect(id).toMatch(/^savePet\/regression\/[0-9a-f]+$/);
});

test("what was stored of an operation by a name that it has no more is left out", async () => {
  const document: JsonObject = JSON.parse(JSON.stringify(smallDocument).replace("savePet", "keepPet"));
  const { api: changed, wallet: other } = await contextOf(document);
  expect(listRegressionCases(changed, other, [taken])).toEqual([]);
});

test("a file of them reads as it was written, sorted, each once, and the same in any order", () => {
  const text = writeRegressions([taken, refused, taken]);
  const read = readRegressions(text) ?? [];
  expect(read).toHaveLength(2);
  expect(read).toEqual(expect.arrayContaining([taken, refused]));
  expect(writeRegressions([refused, taken])).toBe(text);
  expect(writeRegressions(read)).toBe(text);
  expect(text).toMatch(/\}\n$/);
});

test.each([
  { text: '{"regressions":[]}', want: [] },
  { text: "", want: undefined },
  { text: "{", want: undefined },
  { text: "null", want: undefined },
  { text: "[]", want: undefined },
  { text: '{"regressions":{}}', want: undefined },
  { text: '{"regressions":[null]}', want: undefined },
  { text: '{"regressions":[{"operation":"a","isAllowed":true}]}', want: undefined },
  { text: '{"regressions":[{"operation":"a","isAllowed":"yes","arguments":{}}]}', want: undefined },
  {
    text: '{"regressions":[{"operation":"a","isAllowed":true,"arguments":{}},{"operation":1}]}',
    want: undefined,
  },
])("$text is a file of regressions, or is told not to be", ({ text, want }) => {
  expect(readRegressions(text)).toEqual(want);
});
