import { expect, test } from "vitest";
import { toDocComment, toLineComment } from "../src/comments.ts";

test.each([
  { given: [], want: "" },
  { given: [undefined, " \n"], want: "" },
  { given: ["A pet."], want: "/** A pet. */\n" },
  { given: ["A pet.", undefined, "It barks."], want: "/**\n * A pet.\n *\n * It barks.\n */\n" },
  { given: ["a\r\nb\u2028c\rd"], want: "/**\n * a\n * b\n * c\n * d\n */\n" },
  { given: ["*/ process.exit(1); /*"], want: "/** *\\/ process.exit(1); /* */\n" },
  { given: ["**/"], want: "/** **\\/ */\n" },
  {
    given: ["ends in a star *", "/ begins with a slash"],
    want: "/**\n * ends in a star *\n *\n * / begins with a slash\n */\n",
  },
])("writes $given as a comment that ends where it should", ({ given, want }) => {
  expect(toDocComment(given)).toBe(want);
});

test("breaks a long line's comment into a block, indented", () => {
  expect(toDocComment(["x".repeat(120)], "  ")).toBe(`  /**\n   * ${"x".repeat(120)}\n   */\n`);
});

test("keeps a line comment on its line", () => {
  expect(toLineComment("a\nb\u2028c")).toBe("a b c");
});
