import { expect, test } from "vitest";
import { listSources } from "../src/list-sources.js";

test("what a package exports of its build is found in its sources, and no other file is", () => {
  const exports = {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./validation": { types: "./dist/support.d.ts", default: "./dist/support.js" },
    "./data": { default: "./data.js" },
    "./openapi.json": "./openapi.json",
  };
  expect(listSources("/house/api", { name: "@house/api", exports })).toEqual({
    "@house/api": "/house/api/src/index.ts",
    "@house/api/validation": "/house/api/src/support.ts",
  });
});
