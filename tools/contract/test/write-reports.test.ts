import { plainPalette as plain } from "@specmill/spec";
import { describe, expect, it } from "vitest";
import { explainFailure } from "../src/report/explain-failure.ts";
import type { ApiReport } from "../src/report/report.ts";
import { writeCaseList } from "../src/report/write-case-list.ts";
import { writeGithubAnnotations } from "../src/report/write-github-annotations.ts";
import { writeHtml } from "../src/report/write-html.ts";
import { writeJson } from "../src/report/write-json.ts";
import { writeJunit } from "../src/report/write-junit.ts";
import { writeNdjson } from "../src/report/write-ndjson.ts";
import { writeStepSummary } from "../src/report/write-step-summary.ts";
import { writeTerminalSummary } from "../src/report/write-terminal-summary.ts";
import type { Blame, ContractRule } from "../src/run/verdict.ts";
import { fakeReports, locateFake } from "./fake-reports.ts";

const formats: readonly (readonly [string, (reports: readonly ApiReport[]) => string])[] = [
  ["terminal", (reports) => writeTerminalSummary(reports, plain, locateFake)],
  ["JSON", (reports) => writeJson(reports, locateFake)],
  ["JUnit", writeJunit],
  ["NDJSON", writeNdjson],
  ["HTML", (reports) => writeHtml(reports, locateFake)],
  ["annotations", (reports) => writeGithubAnnotations(reports, locateFake)],
  ["step summary", writeStepSummary],
];

const hostile =
  "\u001b[31m\u202e\u0000]]><script>alert(1)</script>|`*_[a](b)::error::%0A\n::stop-commands::x&\"'\ud800";

/** The same report with a hostile text for every text in it. */
function poison(value: unknown, key = ""): unknown {
  const closed = [
    "verdict",
    "outcome",
    "state",
    "effect",
    "class",
    "kind",
    "blame",
    "rule",
    "target",
    "severity",
  ];
  if (typeof value === "string") return closed.includes(key) ? value : `${value}${hostile}`;
  if (Array.isArray(value)) return value.map((item) => poison(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, poison(member, name)]));
}

const poisoned: readonly ApiReport[] = JSON.parse(JSON.stringify(poison(fakeReports)));

/** A report with many failures of long messages, and many survivors. */
const many: readonly ApiReport[] = fakeReports.map((report) => ({
  ...report,
  results: report.results.flatMap((result) =>
    result.outcome === "failed"
      ? Array.from({ length: 400 }, (_, index) => ({
          ...result,
          id: `${result.id}/${index}`,
          failures: result.failures.map((failure) => ({
            ...failure,
            pointer: `${failure.pointer}/${index}`,
          })),
        }))
      : [result],
  ),
}));

describe.each(formats)("%s", (_, write) => {
  it("has the same bytes for the same reports.", () => {
    expect(write(structuredClone(fakeReports))).toBe(write(fakeReports));
  });

  it("ends its last line.", () => {
    expect(write(fakeReports)).toMatch(/[^\n]\n$/);
  });

  it("has no control character but line breaks, whatever is in a report.", () => {
    expect(write(poisoned)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

it.each(formats.filter(([name]) => !["annotations", "step summary", "NDJSON", "JSON"].includes(name)))(
  "%s tells of a failure who is at fault, where, how to send it and how to see it again.",
  (_, write) => {
    const text = write(fakeReports).replaceAll(/<wbr>/g, "");
    for (const part of [
      "updateProfile/response/200/example/complete",
      "spec",
      "#/components/schemas/Profile/properties/updated_at/format",
      "curl -X PATCH http://127.0.0.1:4010/upsun-profile/profiles/4f1c",
      "specmill contract replay updateProfile/response/200/example/complete",
    ]) {
      expect(text).toContain(part);
    }
  },
);

describe("terminal", () => {
  it("keeps to 100 columns but for what is copied.", () => {
    const lines = writeTerminalSummary(fakeReports, plain, locateFake).split("\n");
    const long = lines.filter((line) => line.length > 100);
    expect(long.every((line) => /^(?:FAILED| {2}(?:curl|replay|survivor|at {4}))|^ {12}#/.test(line))).toBe(
      true,
    );
  });

  it("tells of cases that fail for the same reason once, by the smallest request.", () => {
    const [report] = fakeReports.filter(({ results }) => results.some(({ outcome }) => outcome === "failed"));
    const [failed] = (report?.results ?? []).filter(({ outcome }) => outcome === "failed");
    if (report === undefined || failed?.exchange === undefined) throw new Error("no failed case");
    const { request } = failed.exchange;
    const larger = {
      ...failed,
      id: "larger",
      exchange: { ...failed.exchange, request: { ...request, target: `${request.target}?a=1` } },
    };
    const text = writeTerminalSummary([{ ...report, results: [larger, failed, larger] }], plain, locateFake);
    expect(text.match(/^FAILED .*/gm)).toEqual([`FAILED  ${failed.id}`]);
    expect(text).toContain("the same in 2 more cases");
  });

  it("shows twenty failures and counts the rest.", () => {
    const text = writeTerminalSummary(many, plain, locateFake);
    expect(text.match(/^FAILED/gm)).toHaveLength(20);
    expect(text).toContain("… and 1580 more failures. Every one is in the report.");
  });

  it("paints by the palette that it is handed.", () => {
    const text = writeTerminalSummary(fakeReports, { ...plain, green: (word) => `<${word}>` }, locateFake);
    expect(text).toContain("<passed>");
  });

  it("turns no text around.", () => {
    expect(writeTerminalSummary(poisoned, plain, locateFake)).not.toMatch(/\p{Bidi_Control}/u);
  });

  it("lists cases one a line.", () => {
    const given = { kind: "call", arguments: {}, credentials: [] } as const;
    const shared = { operation: "a", pointer: "#", given, expect: { kind: "answered" } } as const;
    expect(
      writeCaseList([
        { ...shared, id: "a/happy", kind: "happy", title: "It is\nanswered." },
        { ...shared, id: "a", kind: "canary", title: "It is refused." },
      ]),
    ).toBe("a/happy  happy       It is answered.\na        canary      It is refused.\n");
  });
});

describe("JSON", () => {
  it("has the members that programs rely on.", () => {
    const [, , failed] = JSON.parse(writeJson(fakeReports, locateFake)).apis;
    expect(failed).toMatchObject({
      api: "upsun-profile",
      verdict: "failed",
      cases: { passed: 4, failed: 2, skipped: 1 },
      mutation: { killed: 2, breaking: 5, survivors: [{ operator: "bound-drop" }, { operator: "enum-add" }] },
    });
    expect(failed.coverage.status).toEqual({ covered: 2, total: 3, excluded: 0 });
    expect(failed.problems).toHaveLength(3);
    expect(failed.problems[0]).toEqual({
      rule: "wire-mismatch",
      severity: "error",
      message: expect.stringContaining("(client)"),
      file: "specs/upsun-profile/openapi.yaml",
      line: 83,
      column: 7,
      hint: expect.stringContaining("specmill contract replay"),
    });
  });
});

describe("JUnit", () => {
  it("has a test for each case, and one for the verdict.", () => {
    const text = writeJunit(fakeReports);
    const cases = fakeReports.reduce((sum, { results }) => sum + results.length + 1, 0);
    expect(text.match(/<testcase /g)).toHaveLength(cases);
    expect(text).toContain(
      `<testsuites name="contract" tests="${cases}" failures="7" skipped="1" time="6.170">`,
    );
    expect(text).toContain('<skipped message="A mock keeps no state."/>');
  });

  it("is well-formed whatever is in a report.", () => {
    const text = writeJunit(poisoned);
    expect(text).not.toMatch(/<script|[\ud800-\udfff\u202e]/);
    const tags = text.replace(/^<\?xml.*\?>/, "").match(/<[^>]*>/g) ?? [];
    const open: string[] = [];
    for (const tag of tags) {
      expect(tag).toMatch(/^<(?:\/[a-z]+|[a-z]+(?: [a-z]+="[^"<]*")*\/?)>$/);
      const name = /[a-z]+/.exec(tag)?.[0] ?? "";
      if (tag.startsWith("</")) expect(open.pop()).toBe(name);
      else if (!tag.endsWith("/>")) open.push(name);
    }
    expect(open).toEqual([]);
    expect(text.replace(/<[^>]*>/g, "")).not.toMatch(/&(?!(?:amp|lt|gt|quot|#\d+);)/);
  });
});

describe("HTML", () => {
  const text = writeHtml(fakeReports, locateFake);

  it("loads and runs nothing.", () => {
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|@import|url\(|\son\w+=/i);
  });

  it("lets no text become markup.", () => {
    const known = new Set((text.match(/<\/?[a-z0-9]+/g) ?? []).map((tag) => tag.replace("/", "")));
    const tags = writeHtml(poisoned, locateFake).match(/<[^>]*>/g) ?? [];
    for (const tag of tags)
      expect(known).toContain(
        /^<\/?[a-z0-9!]+/.exec(tag)?.[0].replace("/", "").replace("<!doctype", "<html"),
      );
    expect(tags.filter((tag) => /\bon\w+=|javascript:/i.test(tag))).toEqual([]);
  });

  it("tells survivors first, with what to do.", () => {
    const failed = writeHtml(fakeReports.slice(2, 3), locateFake);
    expect(failed.indexOf("Breaking changes that no case noticed")).toBeLessThan(
      failed.indexOf("Changes by bound-drop"),
    );
    expect(text).toContain("Send the last value that is allowed at the pointer, and the first that is not.");
  });

  it("says in words what its colours say.", () => {
    expect(text).toContain("✗ 2 of 4 failed");
    expect(text).toContain("? never seen");
    expect(text).toContain("✓ 1 passed");
  });

  it("tells why something is excluded.", () => {
    expect(text).toContain("The source names no limit above 100 (until 2027-06-30).");
  });
});

describe("annotations", () => {
  it("begin with what the document is to blame for.", () => {
    const lines = writeGithubAnnotations(fakeReports, locateFake).trimEnd().split("\n");
    expect(lines[0]).toMatch(
      /^::error file=specs\/upsun-profile\/openapi\.yaml,line=87,col=7,title=response-schema \(spec at fault\)::/,
    );
  });

  it("are ten at most, and a notice that counts the rest.", () => {
    const lines = writeGithubAnnotations(many, locateFake).trimEnd().split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/^::notice title=specmill contract::\d+ more failures/);
    expect(lines).toHaveLength(11);
  });

  it("say why nothing was verified, and nothing of what passed.", () => {
    expect(writeGithubAnnotations(fakeReports.slice(0, 1), locateFake)).toContain(
      "title=contract not verified::",
    );
    expect(writeGithubAnnotations(fakeReports.slice(-2), locateFake)).toBe("");
  });

  it("hold one command a line, whatever is in a report.", () => {
    for (const line of writeGithubAnnotations(poisoned, locateFake).trimEnd().split("\n")) {
      expect(line).toMatch(/^::(?:error|notice) /);
    }
  });
});

describe("step summary", () => {
  it("stays below 60 000 characters and counts what it leaves out.", () => {
    const text = writeStepSummary(many);
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/… and \d+ more rows; the report has every one\./);
    expect(text).toContain("## Breaking changes that no case notices");
    expect(text).toContain("## Not covered");
  });

  it("keeps a row on its line, and its cells in their columns, whatever is in a report.", () => {
    for (const line of writeStepSummary(poisoned).split("\n")) {
      expect(line).toMatch(/^(?:|## [\w ]+|\|.*\||… and .*)$/);
      expect(line).not.toMatch(/<script|::stop-commands::x&(?!#)/);
    }
  });
});

const rules: readonly ContractRule[] = [
  "wire-mismatch",
  "client-outcome",
  "invalid-example",
  "valid-request-refused",
  "invalid-request-accepted",
  "refused-otherwise",
  "undocumented-status",
  "undocumented-media-type",
  "response-schema",
  "response-header",
  "other-response",
  "server-failure",
];

describe.each<[Blame, RegExp]>([
  ["client", /generator/],
  ["spec", /^Edit/],
  ["mock", /fault of the mock/],
  ["upstream", /server|responses/],
])("A failure that the %s is to blame for", (blame, want) => {
  it.each(rules)("says what to do about %s.", (rule) => {
    const { meaning, action } = explainFailure({ rule, blame, message: "", pointer: "#" });
    expect(action).toMatch(want);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
