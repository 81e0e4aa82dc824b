import { expect, test } from "vitest";
import { isJson } from "../src/is-json.ts";

test.each([
  { given: "application/json", want: true },
  { given: "Application/JSON; charset=utf-8", want: true },
  { given: "application/json ;charset=utf-8", want: true },
  { given: "application/problem+json", want: true },
  { given: "application/merge-patch+json", want: true },
  { given: "text/json", want: true },
  { given: "application/jsonl", want: false },
  { given: "application/json-seq", want: false },
  { given: "application/x-json", want: false },
  { given: "text/html; profile=application/json", want: false },
  { given: "multipart/form-data; boundary=/json", want: false },
  { given: "", want: false },
])("whether $given is JSON is $want", ({ given, want }) => {
  expect(isJson(given)).toBe(want);
});
