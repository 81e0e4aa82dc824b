import { expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import type { DocRow } from "../../src/html/doc-row.ts";
import { mergeKeys } from "../../src/html/merge-keys.ts";
import { pairLines } from "../../src/html/pair-lines.ts";
import { pairRows, type RowPair } from "../../src/html/pair-rows.ts";
import { placeFindings } from "../../src/html/place-findings.ts";
import { joinAxes } from "../../src/report/join-axes.ts";
import { demoFindings } from "./demo-findings.ts";

const row = (label: string, given: Partial<DocRow> = {}): DocRow => ({
  key: label,
  kind: "name",
  label,
  facts: [],
  pointers: [`#/${label}`],
  children: [],
  ...given,
});

test("What is gone stands behind what it followed.", () => {
  expect(mergeKeys(["a", "b", "c", "d"], ["x", "c", "a"])).toEqual(["x", "c", "d", "a", "b"]);
  expect(mergeKeys(["a"], [])).toEqual(["a"]);
});

test("Rows are the same, changed, gone or new, each for itself.", () => {
  const base = [row("kept", { children: [row("inner", { description: "old" })] }), row("gone")];
  const head = [row("kept", { children: [row("inner", { description: "new" })] }), row("new")];
  const tell = ({ state, children }: RowPair): unknown => [state, ...children.map(tell)];
  expect(pairRows(base, head).map(tell)).toEqual([["same", ["changed"]], ["gone"], ["new"]]);
});

test("A finding is told at the row whose place is nearest above it, in its direction and on its side.", () => {
  const [sample] = demoFindings;
  if (sample === undefined) throw new Error("There is no finding.");
  const rows = pairRows(
    [],
    [
      row("top", { pointers: ["#"] }),
      row("sent", {
        pointers: ["#/schemas/A"],
        direction: "request",
        children: [row("name", { pointers: ["#/schemas/A/properties/name"], direction: "request" })],
      }),
      row("got", { pointers: ["#/schemas/A/properties/name"], direction: "response" }),
    ],
  );
  const tell = (given: Partial<Finding>) => {
    const findings = joinAxes([{ ...sample, ...given }]);
    const document = { schemas: { A: { required: ["other", "name"] } } };
    const placed = placeFindings(rows, findings, { head: document });
    return [...placed.keys()].map(({ head }) => head?.label);
  };
  expect(tell({ pointer: "#/schemas/A/properties/name/maxLength", direction: "request" })).toEqual(["name"]);
  expect(tell({ pointer: "#/schemas/A/properties/name/maxLength", direction: "response" })).toEqual(["got"]);
  expect(tell({ pointer: "#/schemas/A/required/1", direction: "request" })).toEqual(["name"]);
  expect(tell({ pointer: "#/schemas/A/properties/named", direction: "request" })).toEqual(["sent"]);
  expect(tell({ pointer: "#/schemas/B", direction: "request" })).toEqual(["top"]);
  expect(tell({ pointer: "#/schemas/A", side: "base" })).toEqual(["top"]);
});

test("Lines that took the place of others stand beside them, with what of them changed.", () => {
  const pairs = pairLines("a\nname: string;\nb", "a\nname: number;\nnew\nb");
  expect(
    pairs.map(({ base, head, same }) => [base?.number, base?.text, head?.number, head?.text, same]),
  ).toEqual([
    [1, "a", 1, "a", true],
    [2, "name: string;", 2, "name: number;", false],
    [undefined, undefined, 3, "new", false],
    [3, "b", 4, "b", true],
  ]);
  const [, changed] = pairs;
  expect(changed?.base?.words.map(({ start, end }) => changed.base?.text.slice(start, end))).toEqual([
    "string",
  ]);
  expect(changed?.head?.words.map(({ start, end }) => changed.head?.text.slice(start, end))).toEqual([
    "number",
  ]);
});
