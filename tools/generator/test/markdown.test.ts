import { expect, test } from "vitest";
import { toCode, toMarkdown, toMarkdownLine, toTable } from "../src/markdown.ts";

test.each([
  { given: "a | b", want: "a \\| b" },
  { given: "one\ntwo\r\n three", want: "one two three" },
  { given: "<script>alert(1)</script>", want: "&lt;script>alert(1)&lt;/script>" },
  { given: "<!-- hidden", want: "&lt;!-- hidden" },
  { given: "a < b", want: "a < b" },
  { given: undefined, want: "" },
])("writes $given as one line that opens no cell and no tag", ({ given, want }) => {
  expect(toMarkdownLine(given)).toBe(want);
});

test("keeps the paragraphs of a description, and none of its tags", () => {
  expect(toMarkdown(" a\n\n- b <img src=x> ")).toBe("a\n\n- b &lt;img src=x>");
});

test.each([
  { given: "a", want: "`a`" },
  { given: "a`b", want: "`` a`b ``" },
  { given: "a|b", want: "`a\\|b`" },
  { given: "a```b", want: "```` a```b ````" },
])("writes $given as code that ends where it should", ({ given, want }) => {
  expect(toCode(given)).toBe(want);
});

test("writes no table without rows", () => {
  expect(toTable(["a"], [])).toBe("");
  expect(toTable(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |\n");
});
