import { expect, test } from "vitest";
import * as runtime from "../src/index.ts";

test("the package exports what generated clients call, and nothing else", () => {
  expect(Object.keys(runtime)).toEqual(["CallError", "createCaller", "unwrap"]);
});
