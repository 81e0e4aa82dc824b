import type { Operation } from "@specmill/spec";
import { expect, test } from "vitest";
import { matchOperation } from "../src/obligation/match-operation.ts";

const operations: readonly Operation[] = (
  [
    ["get", "/a/{id}"],
    ["get", "/a/me"],
    ["put", "/a/{id}"],
    ["get", "/a/{id}/b"],
    ["get", "/a/c/{id}"],
    ["get", "/a/{x}/{y}"],
    ["get", "/f/{name}.json"],
    ["get", "/f/{name}"],
    ["get", "/caf\u00e9"],
  ] as const
).map(([method, path]) => ({
  id: `${method} ${path}`,
  pointer: "#",
  method,
  path,
  deprecated: false,
  parameters: [],
  responses: [],
  security: [],
  sensitive: [],
}));

const rows = [
  { given: "GET /a/1", want: "get /a/{id}" },
  { given: "GET /a/1?x=/a/me", want: "get /a/{id}" },
  { given: "GET /a/me", want: "get /a/me" },
  { given: "PUT /a/me", want: "put /a/{id}" },
  { given: "GET /a/1/b", want: "get /a/{id}/b" },
  { given: "GET /a/c/1", want: "get /a/c/{id}" },
  { given: "GET /a/c/b", want: "get /a/c/{id}" },
  { given: "GET /a/1/2", want: "get /a/{x}/{y}" },
  { given: "GET /a/1%2F2", want: "get /a/{id}" },
  { given: "GET /f/a.json", want: "get /f/{name}.json" },
  { given: "GET /f/a.xml", want: "get /f/{name}" },
  { given: "GET /caf%C3%A9", want: "get /caf\u00e9" },
  { given: "GET /a/", want: undefined },
  { given: "GET /a", want: undefined },
  { given: "POST /a/1", want: undefined },
  { given: "GET /f/a.json/", want: undefined },
];

test.each(rows)("$given is for $want", ({ given, want }) => {
  const [method = "", target = ""] = given.split(" ");
  expect(matchOperation({ operations }, { method, target })?.id).toBe(want);
});
