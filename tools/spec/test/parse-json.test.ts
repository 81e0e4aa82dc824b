import { parseYaml } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { parseJson } from "../src/parse-json.ts";

test.each([
  { name: "every kind of value", text: '{ "a": [1, -2.5e3, 0, 1E2, true, false, null, "b", {}, []] }' },
  {
    name: "one name in many objects",
    text: '{ "a": { "a": [{ "a": 1 }, { "a": 1 }, "a", "a"] }, "b": "a" }',
  },
  { name: "escapes", text: String.raw`{ "a\"{": "}\\", "a\\": "\u00e9\n\/", "<<": { "c": 1 } }` },
  { name: "names that objects have of themselves", text: '{ "__proto__": { "x": 1 }, "constructor": 2 }' },
  { name: "tabs and carriage returns", text: '\r\n{\t"a": 1,\r\n\t"b": "\\t" }\r\n' },
  { name: "what YAML would take for a date or a number", text: '{ "2020-01-01": "2020-01-01", "1": "1e3" }' },
])("reads as YAML does: $name", ({ text }) => {
  const value = parseJson(text);
  expect(value).toBeDefined();
  // In writing, so that members of the prototype are told from members of the object.
  expect(JSON.stringify(value)).toBe(JSON.stringify(parseYaml(text)));
});

test.each([
  { name: "YAML", text: "a: 1" },
  { name: "YAML that looks like it", text: "{ a: 1 }" },
  { name: "a list", text: '["a"]' },
  { name: "a comment", text: '{ "a": 1 } # one' },
  { name: "an end that is missing", text: '{ "a": 1' },
  { name: "nothing", text: "" },
  { name: "a name twice", text: '{ "a": 1, "b": [], "a": 2 }' },
  { name: "a name twice after an object", text: '{ "a": { "b": 1 }, "a": 2 }' },
  { name: "a name twice far down", text: '{ "x": [0, { "y": { "a": "a", "a": 2 } }] }' },
  { name: "a name twice, once escaped", text: String.raw`{ "a": 1, "\u0061": 2 }` },
])("leaves to the parser of YAML: $name", ({ text }) => {
  expect(parseJson(text)).toBeUndefined();
});
