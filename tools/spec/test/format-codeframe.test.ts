import { expect, test } from "vitest";
import { formatCodeframe } from "../src/format-codeframe.ts";
import type { Palette } from "../src/palette.ts";
import type { Problem } from "../src/problem.ts";

const problem: Problem = {
  rule: "info-license",
  severity: "error",
  message: "There is no licence.",
  file: "openapi.yaml",
  line: 2,
  column: 3,
  hint: "Add one.",
};

const cases: readonly { name: string; given: readonly Problem[]; source?: string; want: string }[] = [
  { name: "no problems are said to be none", given: [], want: "No problems found.\n" },
  {
    name: "a problem stands among its lines",
    given: [problem],
    source: "info:\n  title: A\n  version: 1.0.0\ntags: []\n",
    want: `openapi.yaml:2:3  error  info-license  There is no licence.
  1 | info:
> 2 |   title: A
    |   ^
  3 |   version: 1.0.0
  Add one.

1 error in 1 file
`,
  },
  {
    name: "a file that cannot be read has no lines to show",
    given: [problem],
    want: `openapi.yaml:2:3  error  info-license  There is no licence.
  Add one.

1 error in 1 file
`,
  },
  {
    name: "a place past the end has none either",
    given: [{ ...problem, line: 9 }],
    source: "info: {}\n",
    want: `openapi.yaml:9:3  error  info-license  There is no licence.
  Add one.

1 error in 1 file
`,
  },
  {
    name: "the first line has none before it, and line numbers are aligned",
    given: [
      { rule: "a", severity: "warning", message: "A.", file: "openapi.yaml", line: 1, column: 1 },
      { rule: "b", severity: "error", message: "B.", file: "openapi.yaml", line: 9, column: 2 },
    ],
    source: "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n",
    want: `openapi.yaml:1:1  warning  a  A.
> 1 | 1
    | ^
  2 | 2

openapi.yaml:9:2  error  b  B.
   8 | 8
>  9 | 9
     |  ^
  10 | 10

1 error and 1 warning in 1 file
`,
  },
  {
    name: "the caret stands below a place behind tabs",
    given: [{ rule: "a", severity: "error", message: "A.", file: "openapi.json", line: 1, column: 3 }],
    source: '\t\t"a": 1',
    want: `openapi.json:1:3  error  a  A.
> 1 | \t\t"a": 1
    | \t\t^

1 error in 1 file
`,
  },
  {
    name: "of a long line only the part around the place is shown",
    given: [{ rule: "a", severity: "error", message: "A.", file: "openapi.json", line: 1, column: 151 }],
    source: `${"-".repeat(150)}X${"-".repeat(150)}`,
    want: `openapi.json:1:151  error  a  A.
> 1 | ${"-".repeat(49)}X${"-".repeat(50)}
    | ${" ".repeat(49)}^

1 error in 1 file
`,
  },
  {
    name: "what would move the cursor or turn the text shows instead",
    given: [{ ...problem, message: "Bad \u001b[2Jname \u202egnp." }],
    source: "\u001b[2J\n  a\u0007b",
    want: `openapi.yaml:2:3  error  info-license  Bad \ufffd[2Jname \ufffdgnp.
  1 | \ufffd[2J
> 2 |   a\ufffdb
    |   ^
  Add one.

1 error in 1 file
`,
  },
];

test.each(cases)("$name", ({ given, source, want }) => {
  expect(formatCodeframe(given, () => source)).toBe(want);
});

test("a palette paints severity, place, rule and gutter", () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const palette: Palette = {
    bold: tag("b"),
    dim: tag("i"),
    red: tag("red"),
    green: tag("green"),
    yellow: tag("yellow"),
    cyan: tag("cyan"),
  };
  const warning: Problem = { ...problem, severity: "warning", line: 1 };
  expect(
    formatCodeframe([warning], () => "info: {}", palette),
  ).toBe(`<cyan>openapi.yaml:1:3</cyan>  <yellow>warning</yellow>  <b>info-license</b>  There is no licence.
<i>> 1 | </i>info: {}
<i>    | </i>  <yellow>^</yellow>
  Add one.

<yellow>1 warning</yellow> in 1 file
`);
});
