import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { collectDrift } from "../src/upstream/collect-drift.ts";
import { writeDriftJson } from "../src/upstream/write-drift-json.ts";
import { writeDriftLine } from "../src/upstream/write-drift-line.ts";
import { writeDriftMarkdown } from "../src/upstream/write-drift-markdown.ts";
import { writeDriftSummary } from "../src/upstream/write-drift-summary.ts";
import { writeYamlChange } from "../src/upstream/write-drift-yaml.ts";
import { exchangeOf, petsDocument, rex } from "./drift-documents.ts";

function reportOn(document: JsonObject, ...bodies: readonly JsonObject[]) {
  const collector = collectDrift(document);
  const found = bodies.flatMap((json) => collector.add(exchangeOf({}, { json })));
  return { report: collector.report(), found };
}

test("tells each finding with where it is, what was seen and how often, and what never came", () => {
  const { report } = reportOn(petsDocument(), { ...rex, nick: "R" }, { ...rex, nick: "S" }, rex);
  expect(writeDriftSummary(report)).toBe(`undocumented property, getPet, 2 exchanges
  nick of the response's body is not documented.
  seen: string
  first: GET /pets/{petId}, answered 200
  #/components/schemas/Pet/properties/nick

documented, and never seen:
  GET /pets was not called.
    #/paths/~1pets/get
  POST /pets was not called.
    #/paths/~1pets/post
  The property age was not answered.
    #/components/schemas/Pet/properties/age
  The property born was not answered.
    #/components/schemas/Pet/properties/born
  The property tags was not answered.
    #/components/schemas/Pet/properties/tags

3 exchanges: 1 way of drift; the suggested patch has 1 operation
`);
});

test("says so where there is no drift", () => {
  const { report } = reportOn(petsDocument(), rex);
  expect(writeDriftSummary(report)).toMatch(/\n1 exchange: no drift\n$/);
  expect(writeDriftMarkdown(report)).not.toContain("## Suggested patch");
});

test("writes all of the report as JSON", () => {
  const { report } = reportOn(petsDocument(), { ...rex, nick: "R" });
  expect(JSON.parse(writeDriftJson(report))).toEqual(report);
});

test("nothing that a server sends leaves its place in a terminal or a table", () => {
  const wild = "x`|</code><b>*_\u001b[2J\u202e\n# y";
  const { report, found } = reportOn(petsDocument(), { ...rex, [wild]: 1 });
  const control = /\p{Cc}|\p{Bidi_Control}/u;
  for (const line of writeDriftSummary(report).split("\n")) expect(line).not.toMatch(control);
  for (const finding of found) expect(writeDriftLine(finding)).not.toMatch(control);
  const rows = writeDriftMarkdown(report)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  for (const row of rows) {
    expect(row).not.toMatch(control);
    expect(row.replaceAll(/<\/?code>/g, "")).not.toMatch(/[`<>]/);
    expect([6, 4]).toContain(row.split("|").length - 1);
  }
  expect(writeDriftMarkdown(report)).not.toContain("\n# y");
});

test("shows a change as it would stand in YAML", () => {
  const { report } = reportOn(petsDocument(), { ...rex, nick: { of: ["a"] } });
  expect(report.patch.map(writeYamlChange).join("")).toBe(`components:
  schemas:
    Pet:
      properties:
        nick:
          type: object
          properties:
            of:
              type: array
              items:
                type: string
`);
});
