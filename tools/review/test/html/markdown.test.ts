import { expect, test } from "vitest";
import { writeMarkdown } from "../../src/html/markdown.ts";
import { compareWords } from "../../src/html/word-marks.ts";

const rows: readonly { readonly name: string; readonly given: string; readonly want: string }[] = [
  {
    name: "Words are a paragraph.",
    given: "Plain words, with a comma.",
    want: "<p>Plain words, with a comma.</p>\n",
  },
  {
    name: "Markup of Markdown becomes markup, and a heading no heading of the page.",
    given: "# One\n\n*two* **three** `four`",
    want: "<p><strong>One</strong></p>\n<p><em>two</em> <strong>three</strong> <code>four</code></p>\n",
  },
  {
    name: "Markup of HTML is text.",
    given: "a <b onclick=x>c</b>",
    want: "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n",
  },
  {
    name: "A link leads to the web.",
    given: '[a](https://b.example/?c="d")',
    want: '<p><a href="https://b.example/?c=&quot;d&quot;" rel="noopener noreferrer">a</a></p>\n',
  },
  { name: "A link that leads elsewhere is text.", given: "[a](javascript:b) [c](./d)", want: "<p>a c</p>\n" },
  {
    name: "An image is named and not loaded.",
    given: "![a](https://b.example/c.png)",
    want: '<p><span class="image">image: a <code>https://b.example/c.png</code></span></p>\n',
  },
  {
    name: "References to characters are read once.",
    given: "a &lt;b&gt; &amp;lt;",
    want: "<p>a &lt;b&gt; &amp;lt;</p>\n",
  },
  {
    name: "A list has its items, and boxes that are ticked or not.",
    given: "- [x] a\n- [ ] b",
    want: "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n",
  },
];

for (const { name, given, want } of rows) {
  test(name, () => {
    expect(writeMarkdown(given).markup).toBe(want);
  });
}

test("What would nest deeper than the stack is shown as it is written.", () => {
  const deep = [
    ">".repeat(9000),
    "- ".repeat(4000),
    "*a ".repeat(1500) + "b* ".repeat(1500),
    "x".repeat(20_000),
  ];
  for (const text of deep) expect(writeMarkdown(text).markup).toContain('class="plain-text"');
});

test("Changed words are emphasized within the markup around them.", () => {
  const base = "The **old name** of `it`, see [the page](https://a.example/old).";
  const head = "The **new name** of `that`, see [the page](https://a.example/new).";
  const words = compareWords(base, head);
  expect(writeMarkdown(base, words?.base).markup).toBe(
    '<p>The <strong><del>old</del> name</strong> of <code><del>it</del></code>, see <a href="https://a.example/old" rel="noopener noreferrer">the page</a>.</p>\n',
  );
  expect(writeMarkdown(head, words?.head).markup).toContain("<strong><ins>new</ins> name</strong>");
});

test("Two texts with next to nothing in common are not compared word by word.", () => {
  expect(compareWords("one two three four", "five six seven eight")).toBe(undefined);
});
