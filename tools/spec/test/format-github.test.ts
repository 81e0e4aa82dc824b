import { expect, test } from "vitest";
import { formatGithub } from "../src/format-github.ts";
import type { Problem } from "../src/problem.ts";

const problem: Problem = {
  rule: "info-license",
  severity: "error",
  message: "There is no licence.",
  file: "specs/a/openapi.yaml",
  line: 2,
  column: 3,
};

const cases: readonly { name: string; given: readonly Problem[]; want: string }[] = [
  { name: "no problems are no lines", given: [], want: "" },
  {
    name: "a problem is a command",
    given: [problem],
    want: "::error file=specs/a/openapi.yaml,line=2,col=3,title=info-license::There is no licence.\n",
  },
  {
    name: "a warning is another, and a hint is a second line of the message",
    given: [{ ...problem, severity: "warning", hint: "Add one." }],
    want: "::warning file=specs/a/openapi.yaml,line=2,col=3,title=info-license::There is no licence.%0AAdd one.\n",
  },
  {
    name: "a message cannot begin a command of its own",
    given: [{ ...problem, message: "50%\r\n::error::Forged: a, b" }],
    want: "::error file=specs/a/openapi.yaml,line=2,col=3,title=info-license::50%25%0D%0A::error::Forged: a, b\n",
  },
  {
    name: "nor can a path end its property",
    given: [{ ...problem, file: "a,line=1::b%\n.yaml" }],
    want: "::error file=a%2Cline=1%3A%3Ab%25%0A.yaml,line=2,col=3,title=info-license::There is no licence.\n",
  },
];

test.each(cases)("$name", ({ given, want }) => {
  expect(formatGithub(given)).toBe(want);
});
