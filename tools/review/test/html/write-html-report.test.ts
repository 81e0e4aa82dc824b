import { expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { writeHtmlReport } from "../../src/html/write-html-report.ts";
import type { Review } from "../../src/review.ts";
import { demoFindings } from "./demo-findings.ts";
import { demoText, loadProfile, makeApiReview, makeDemoReview } from "./demo-review.ts";
import { makeHostileReview } from "./hostile-review.ts";
import { makeLargeReview } from "./large-review.ts";
import { findAll, listElements, type PageElement, parsePage, textOf } from "./parse-page.ts";

const demo = await makeDemoReview();
const demoPage = writeHtmlReport(demo, demoText);

const pages: readonly { readonly name: string; readonly review: Review }[] = [
  { name: "a demo", review: demo },
  { name: "a hostile document", review: makeHostileReview() },
  { name: "no API", review: { base: "a", head: "b", apis: [], problems: [] } },
  {
    name: "an API that cannot be read",
    review: {
      base: "a",
      head: "b",
      apis: [makeApiReview({ kind: "unreadable", bump: "none", wire: "none", source: "none" })],
      problems: [
        { rule: "syntax", severity: "error", message: "Not YAML.", file: "specs/a.yaml", line: 1, column: 1 },
      ],
    },
  },
  {
    name: "a new API",
    review: {
      base: "a",
      head: "b",
      apis: [makeApiReview({ kind: "added", documents: { head: await loadProfile() } })],
      problems: [],
    },
  },
];

for (const { name, review } of pages) {
  const page = writeHtmlReport(review, demoText);
  const root = parsePage(page);
  const elements = listElements(root);

  test(`The page of ${name} loads nothing, runs nothing and sends nothing.`, () => {
    const policy = findAll(root, "meta", ["http-equiv", "Content-Security-Policy"])[0];
    expect(policy?.attributes.get("content")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    const names = new Set(elements.map((element) => element.name));
    for (const forbidden of [
      "script",
      "img",
      "link",
      "iframe",
      "object",
      "embed",
      "form",
      "svg",
      "base",
      "input",
    ]) {
      expect(names).not.toContain(forbidden);
    }
    const attributes = elements.flatMap((element) => [...element.attributes]);
    expect(attributes.filter(([key]) => /^on|^src|^srcset|^action|^background/.test(key))).toEqual([]);
    const links = attributes.filter(([key]) => key === "href").map(([, value]) => value);
    expect(links.filter((link) => !/^(#[\w-]+|https?:\/\/[^\s]+|mailto:[^\s]+)$/.test(link))).toEqual([]);
    const styles = [
      ...attributes.filter(([key]) => key === "style").map(([, value]) => value),
      ...findAll(root, "style").map(textOf),
    ];
    expect(styles.filter((style) => /url\(|@import|expression/i.test(style))).toEqual([]);
    expect(findAll(root, "style")).toHaveLength(1);
  });

  test(`On the page of ${name}, every id is unlike the others, and every link within it leads somewhere.`, () => {
    const ids = elements.flatMap((element) => element.attributes.get("id") ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z][\w-]*$/.test(id))).toEqual([]);
    const targets = findAll(root, "a").flatMap(
      (link) => link.attributes.get("href")?.match(/^#(.*)$/)?.[1] ?? [],
    );
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test(`On the page of ${name}, no heading is more than one level below the one before it.`, () => {
    const levels = elements.flatMap((element) => element.name.match(/^h([1-6])$/)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(findAll(root, "h1")).toHaveLength(1);
  });

  test(`On the page of ${name}, every table of ours has a caption, and says what its headings head.`, () => {
    for (const table of findAll(root, "table", ["role", "table"])) {
      expect(findAll(table, "caption")).toHaveLength(1);
      expect(findAll(table, "th").filter((heading) => !heading.attributes.has("scope"))).toEqual([]);
    }
  });

  test(`The same review gives the same page of ${name}.`, () => {
    expect(writeHtmlReport(structuredClone(review), demoText)).toBe(page);
  });
}

function within(page: string, id: string): PageElement {
  const found = listElements(parsePage(page)).find((element) => element.attributes.get("id") === id);
  if (found === undefined) throw new Error(`The page has no ${id}.`);
  return found;
}

test("Every finding is told once under an id of its own, and named where the documentation concerns it.", () => {
  for (const { fingerprint, message } of demoFindings) {
    const own = within(demoPage, `api-1-finding-${fingerprint}`);
    const links = findAll(parsePage(demoPage), "a", ["href", `#api-1-finding-${fingerprint}`]);
    expect(links.length, message).toBeGreaterThan(0);
    expect(textOf(own), message).not.toBe("");
  }
});

test("A breaking finding tells its proof, why it matters, how to do without, where it is, and how to approve it.", () => {
  const told = textOf(within(demoPage, "api-1-finding-1a1b2c3d4e5f"));
  const want = [
    "Old valuenothing",
    "New value40",
    "This body of updateProfile was allowed; now: display_name must be at most 40 characters long",
    '"display_name": "Augusta Ada King-Noel, Countess of Lovelace"',
    "Callers that send or expect the old form fail",
    "Keep what is there",
    "PATCH /profiles/{userId}",
    "specs/upsun-profile/openapi.yaml:137:11",
    "#/components/schemas/ProfileUpdate/properties/display_name/maxLength",
    "specs/.review/upsun-profile.yaml",
    'fingerprint: "1a1b2c3d4e5f"',
  ];
  for (const text of want) expect(told).toContain(text);
});

test("What both axes feel is one card with both proofs, the payload first, and the documentation names it once.", async () => {
  const [sample] = demoFindings;
  if (sample === undefined) throw new Error("There is no finding.");
  const wire: Finding = {
    ...sample,
    axis: "wire",
    impact: "breaking",
    status: "proved",
    operations: ["updateProfile"],
    proof: { kind: "value", value: { a: 1 }, of: "body", refusedBy: "head", reason: "no" },
  };
  const source: Finding = {
    ...wire,
    axis: "source",
    proof: { kind: "compiler", message: "It does not fit.", places: [] },
  };
  const documents = demo.apis[0]?.documents ?? {};
  const apis = [makeApiReview({ findings: [source, wire], documents })];
  const page = parsePage(writeHtmlReport({ base: "a", head: "b", apis, problems: [] }, demoText));
  const cards = findAll(page, "div", ["class", "finding"]).map(textOf);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatch(/wire \+ client source · proved.*now: no.*The compiler: It does not fit\./s);
  const notes = findAll(page, "p")
    .map(textOf)
    .filter((text) => text.includes("wire + client source"));
  expect(notes).toHaveLength(1);
});

test("An API that cannot be read is named, and nothing of it is told as if it were gone.", async () => {
  const unreadable = makeApiReview({
    kind: "unreadable",
    findings: [],
    documents: { base: await loadProfile() },
  });
  const page = writeHtmlReport({ base: "a", head: "b", apis: [unreadable], problems: [] }, demoText);
  expect(textOf(parsePage(page))).toContain(`1 API not compared: ${unreadable.api}`);
  expect(findAll(parsePage(page), "details")).toEqual([]);
  expect(findAll(parsePage(page), "section")).toEqual([]);
});

test("APIs that did not change are told in one line.", () => {
  const unchanged = ["a", "b", "c"].map((api) => makeApiReview({ api, kind: "unchanged" }));
  const page = parsePage(writeHtmlReport({ base: "a", head: "b", apis: unchanged, problems: [] }, demoText));
  expect(textOf(page)).toContain("3 APIs unchanged: a, b, c");
  expect(findAll(page, "table")).toEqual([]);
});

test("What excuses a finding is told with it, and no approval is asked for.", () => {
  const page = textOf(parsePage(demoPage));
  expect(page).toContain("approved by @upsun-team until 2027-03-01: unreleased");
  expect(demoPage).not.toContain("fingerprint: &quot;5a1b2c3d4e5f&quot;");
});

test("Each operation that changed is told with what became of it.", () => {
  const told = findAll(parsePage(demoPage), "details", ["class", "operation"]);
  expect(told.map((one) => textOf(findAll(one, "h4")[0] ?? one))).toEqual([
    "+ added GET /profiles/{userId}",
    "~ changed PATCH /profiles/{userId}",
  ]);
});

test("What is new, gone or changed in the documentation stands on its side, marked by a sign and a word.", () => {
  const operation = within(demoPage, "api-1-operation-updateProfile");
  const rows = findAll(operation, "div", ["class", "row"]).filter(
    (row) => findAll(row, "span", ["class", "label"]).length > 0,
  );
  const stateOf = (name: string) =>
    rows
      .filter((row) => textOf(findAll(row, "span", ["class", "label"])[0] ?? row) === name)
      .map((row) => row.attributes.get("class"));
  expect(stateOf("reason")).toEqual(["row new"]);
  expect(stateOf("email")).toEqual(["row gone"]);
  expect(stateOf("new_ui")).toEqual(["row changed"]);
  expect(stateOf("company_name")).toEqual(["row same", "row same"]);
  const [gone] = rows.filter((row) => row.attributes.get("class") === "row gone");
  expect(gone && textOf(gone)).toContain("−removed: email string (email)");
});

test("Changed words of a description are emphasized on both sides.", () => {
  const operation = within(demoPage, "api-1-operation-updateProfile");
  expect(findAll(operation, "del").map(textOf)).toContain("None of them");
  expect(findAll(operation, "ins").map(textOf)).toContain("at most 40 characters");
});

test("Generated signatures stand side by side, and what the package exports one below the other.", () => {
  const operation = textOf(within(demoPage, "api-1-operation-updateProfile"));
  expect(operation).toContain("-   email?: string;");
  expect(operation).toContain("+   reason: string;");
  expect(operation).toContain("2 unchanged: UpdateProfileArguments, UpdateProfileResult");
  const patches = findAll(parsePage(demoPage), "pre", ["class", "patch"]).map(textOf);
  expect(patches.join("")).toMatch(/\d- {3}new_ui\?: boolean;\n\d+\+ {3}new_ui\?: boolean \| null;\n/);
});

test("Text of a document stays text, however it is written.", () => {
  const page = writeHtmlReport(makeHostileReview(), demoText);
  const text = textOf(parsePage(page));
  expect(text).toContain("</script><script>alert('property')</script>");
  expect(text).toContain("<img src=x onerror=alert('markdown')>");
  expect(text).toContain("image: tracker https://tracker.example/pixel.png");
  expect(page).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  expect(page).not.toContain("javascript:alert('link')\"");
});

test("A page of a thousand operations has every finding and stays small.", () => {
  const review = makeLargeReview();
  const page = writeHtmlReport(review, demoText);
  expect(page.length).toBeLessThan(5_000_000);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const findings = review.apis.flatMap((api) => api.findings);
  expect(findings.filter(({ fingerprint }) => !ids.has(`api-1-finding-${fingerprint}`))).toEqual([]);
  expect(page).toContain("more that changed, without their documentation");
});

test("Every pair of colours that text is shown in has a contrast of at least 4.5 to 1, in both schemes.", () => {
  const style = textOf(findAll(parsePage(demoPage), "style")[0] ?? parsePage(demoPage));
  const schemes = [...style.matchAll(/:root \{([^}]*--paper[^}]*--link[^}]*)\}/g)].map(
    ([, block = ""]) =>
      new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])),
  );
  expect(schemes).toHaveLength(2);
  const papers = ["paper", "sheet", "wash", "good-wash", "bad-wash"];
  const marks = ["good-mark", "bad-mark"];
  const pairs: readonly [string, string][] = [
    ...[...papers, ...marks].map((paper): [string, string] => ["ink", paper]),
    ...papers.map((paper): [string, string] => ["soft", paper]),
    ...["paper", "sheet", "wash"].map((paper): [string, string] => ["link", paper]),
    ["good", "good-wash"],
    ["bad", "bad-wash"],
    ["open", "open-wash"],
  ];
  for (const scheme of schemes) {
    const low = pairs.filter(
      ([ink, paper]) => contrast(scheme.get(ink) ?? "", scheme.get(paper) ?? "") < 4.5,
    );
    expect(low).toEqual([]);
  }
});

/** The contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
