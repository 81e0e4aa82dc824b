import { expect, test } from "vitest";
import { serializePlace } from "../src/serialize-place.ts";
import { describeOperation } from "./support/operation.ts";

const operation = describeOperation({
  parameters: [
    { name: "b", in: "query" },
    { name: "a", in: "query" },
    { name: "a", in: "header" },
    { name: "toString", in: "query" },
  ],
});

test("parameters come in the order of the document, not of the caller", () => {
  expect(serializePlace(operation, "query", { a: 1, b: 2 })).toEqual([
    ["b", "b=2"],
    ["a", "a=1"],
  ]);
});

test("a parameter of the same name in another place is not meant", () => {
  expect(serializePlace(operation, "header", { a: 1 })).toEqual([["a", "1"]]);
});

test("a value that the document does not know is not sent", () => {
  expect(serializePlace(operation, "query", { c: 1 })).toEqual([]);
});

test("a parameter that is named like an inherited member is sent when it is given", () => {
  expect(serializePlace(operation, "query", { toString: "x" })).toEqual([["toString", "toString=x"]]);
});

test("an operation without parameters sends none", () => {
  expect(serializePlace(describeOperation(), "query", { a: 1 })).toEqual([]);
});
