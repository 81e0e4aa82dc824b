import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { serveDocument } from "../src/index.ts";

test("Prism is loaded without the faker, whichever of its parts is asked for first", async () => {
  const served = await serveDocument({
    openapi: "3.1.0",
    info: { title: "Small", version: "1" },
    paths: { "/a": { get: { responses: { 200: { description: "Yes." } } } } },
  });
  expect(served.kind).toBe("served");
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  expect(loaded.some((file) => file.includes("/@stoplight/prism-http/"))).toBe(true);
  // One is the stand-in, under the name of what it stands for.
  expect(loaded.filter((file) => file.includes("/@faker-js/faker/dist/"))).toHaveLength(1);
});
