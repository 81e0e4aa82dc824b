import type { JsonValue } from "@specmill/spec";
import { describe, expect, it } from "vitest";
import { createSchemaComparer, type SchemaPair } from "../../src/schema/compare-schemas.ts";
import { compareDocuments, documentOf, listPairs, root } from "./compare.ts";

const text = { type: "string" };
const short = { type: "string", maxLength: 3 };
const toA = { $ref: "#/components/schemas/A" };
const at = (name: string) => `#/components/schemas/${name}`;

function stepsOf({ inner }: SchemaPair): readonly string[] {
  return inner.map(({ step, pair }) => `${step.join("/")} ${pair.base}`);
}

describe("a pair of schemas", () => {
  it("is one, and its change is one, however often a component is referred to", () => {
    const schema = {
      properties: { a: toA, b: { type: "array", items: toA }, c: { description: "c", ...toA } },
    };
    const comparer = createSchemaComparer(documentOf(schema, { A: text }), documentOf(schema, { A: short }));
    const pair = comparer.compare(root, root, "request");
    expect(listPairs(pair).filter(({ base }) => base === at("A"))).toEqual([
      comparer.compare(at("A"), at("A"), "request"),
    ]);
    expect(listPairs(pair).flatMap(({ changes }) => changes)).toHaveLength(1);
    expect(stepsOf(pair)).toEqual([`a ${at("A")}`, `b ${root}/properties/b`, `c ${at("A")}`]);
  });

  it("may lead back to itself", () => {
    const tree = (name: JsonValue) => ({
      properties: { name, children: { type: "array", items: { $ref: root } } },
    });
    const pair = createSchemaComparer(documentOf(tree(text)), documentOf(tree(short))).compare(
      root,
      root,
      "response",
    );
    expect(stepsOf(pair)).toEqual([`name ${root}/properties/name`, `children ${root}/properties/children`]);
    expect(pair.inner[1]?.pair.inner).toEqual([{ step: ["*"], pair }]);
  });

  it("ends where a schema refers to nothing but itself", () => {
    expect(
      compareDocuments(documentOf({ $ref: root }), documentOf({ allOf: [{ $ref: root }] }), "request"),
    ).toEqual([]);
  });

  it("of the same text has nothing within", () => {
    const document = documentOf({ properties: { a: toA } }, { A: text });
    const pair = createSchemaComparer(document, structuredClone(document)).compare(root, root, "request");
    expect([pair.changes, pair.inner]).toEqual([[], []]);
  });

  it("of which one is missing is a change of the whole schema", () => {
    const [base, head] = [documentOf(text), documentOf(text)];
    const pair = createSchemaComparer(base, head).compare(at("None"), root, "request");
    expect(pair.changes).toEqual([
      {
        ...{
          rule: "request-schema",
          direction: "request",
          comparison: "narrower",
          wire: "breaking",
          source: "breaking",
        },
        ...{ message: "`Root` has a schema now.", head: root, evidence: "rule" },
      },
    ]);
  });
});

describe("a change", () => {
  it("tells of a keyword with its own place and values", () => {
    const base = documentOf({ properties: { name: { ...text, maxLength: 40 } } });
    const head = documentOf({ properties: { name: { ...text, maxLength: 20 } } });
    expect(compareDocuments(base, head, "request")).toEqual([
      {
        ...{
          rule: "request-max-length",
          direction: "request",
          comparison: "narrower",
          wire: "breaking",
          source: "note",
        },
        message: "`name` may be at most 20 characters long; it was 40.",
        base: `${root}/properties/name/maxLength`,
        head: `${root}/properties/name/maxLength`,
        ...{ before: 40, after: 20, evidence: "search" },
        schemas: { base: `${root}/properties/name`, head: `${root}/properties/name` },
      },
    ]);
  });

  it("of a merged property is put to the object around it, and told at the keyword that says it", () => {
    const schema = (limit: number) => ({
      allOf: [{ properties: { a: text } }, { properties: { a: { maxLength: limit } } }],
    });
    const [change] = compareDocuments(documentOf(schema(5)), documentOf(schema(3)), "response");
    expect(change).toMatchObject({
      head: `${root}/allOf/1/properties/a/maxLength`,
      schemas: { base: root, head: root },
    });
  });

  it("of a component that others are made of is one change", () => {
    const schema = {
      properties: { a: { allOf: [toA, { required: ["x"] }] }, b: { allOf: [toA, { required: ["y"] }] } },
    };
    const part = (names: readonly string[]) => ({ A: { type: "object", required: names } });
    const changes = compareDocuments(
      documentOf(schema, part([])),
      documentOf(schema, part(["z"])),
      "request",
    );
    expect(changes.map(({ head }) => head)).toEqual([`${at("A")}/required`]);
  });

  it("of `xml` is of consequence where a body is XML", () => {
    const paths = {
      paths: { "/a": { get: { responses: { 200: { content: { "application/xml": {} } } } } } },
    };
    const base = documentOf({ ...text, xml: { name: "a" } }, {}, "3.1", paths);
    const head = documentOf({ ...text, xml: { name: "b" } }, {}, "3.1", paths);
    expect(compareDocuments(base, head, "response")).toMatchObject([{ wire: "breaking", evidence: "rule" }]);
  });

  it("of documentation is one for both directions", () => {
    const [base, head] = [documentOf(text), documentOf({ ...text, title: "A", description: "a" })];
    const [request] = compareDocuments(base, head, "request");
    expect(request).toEqual(compareDocuments(base, head, "response")[0]);
    expect(request?.message).toBe("The title and description of `Root` changed.");
  });

  it.each([
    [
      { items: text },
      { items: short },
      "Each item of `Root` may be at most 3 characters long; there was no limit.",
    ],
    [
      { type: "integer" },
      { type: ["string", "null"] },
      "`Root` is a string or `null` now; it was an integer.",
    ],
    [{ enum: ["a", "b"] }, { enum: ["a", "c"] }, '`Root` may be `"c"` now, and may no longer be `"b"`.'],
    [{ minimum: 1 }, { exclusiveMinimum: 1 }, "`Root` must be more than 1; it was at least 1."],
    [{ maxItems: 3 }, { maxItems: 1 }, "`Root` may have at most 1 item; it was 3."],
    [{ maxItems: 3 }, { type: "array" }, "`Root` has no upper limit now; it was at most 3 items."],
    [{ type: "object" }, { type: "object", required: ["a"] }, "`a` is required now."],
    [{ properties: { a: text } }, { properties: {} }, "The property `a` is gone."],
    [{ oneOf: [toA, text] }, { oneOf: [toA, text, { type: "null" }] }, "`Root` may be `null` now."],
    [{ anyOf: [toA, short] }, { anyOf: [short] }, "`Root` may no longer be `A`."],
  ])("says in a sentence what differs between %j and %j", (schema, other, want) => {
    const others = { A: { type: "object" } };
    const changes = compareDocuments(documentOf(schema, others), documentOf(other, others), "request");
    expect(changes.map(({ message }) => message)).toContain(want);
  });
});
