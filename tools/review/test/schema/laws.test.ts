import { createOracle, type Direction, type Oracle, sampleValue } from "@specmill/oracle";
import {
  followReference,
  isJsonObject,
  type JsonValue,
  type LoadedDocument,
  resolvePointer,
} from "@specmill/spec";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Comparison } from "../../src/change.ts";
import type { SchemaChange } from "../../src/schema/compare-schemas.ts";
import { anyEdit, anySchema } from "./arbitrary-schema.ts";
import { compareDocuments, documentOf, root } from "./compare.ts";

const components = fc.record({ A: anySchema, B: anySchema });
const version = fc.constantFrom("3.0" as const, "3.1" as const);
const direction = fc.constantFrom("request" as const, "response" as const);
const edits = fc.array(anyEdit, { minLength: 1, maxLength: 3 });

const swapped: Readonly<Record<Comparison, Comparison>> = {
  ...{ narrower: "wider", wider: "narrower", different: "different", equal: "equal" },
};

function swapRule(rule: string): string {
  if (rule.endsWith("property-added")) return rule.replace("added", "removed");
  return rule.endsWith("property-removed") ? rule.replace("removed", "added") : rule;
}

function sayAll(changes: readonly SchemaChange[]): readonly string[] {
  return changes.map(({ rule, comparison, base, head }) => `${rule} ${comparison} ${base} ${head}`).sort();
}

/** Says the same otherwise, everywhere within a schema. */
function rewrite(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const members = Object.entries(schema)
    .toReversed()
    .map(([key, value]): readonly [string, JsonValue] => {
      if (key === "const") return ["enum", [value]];
      if (key === "enum" || key === "required")
        return [key, Array.isArray(value) ? value.toReversed() : value];
      if (key === "allOf" || key === "prefixItems")
        return [key, Array.isArray(value) ? value.map(rewrite) : value];
      if (key === "anyOf" || key === "oneOf")
        return [key, Array.isArray(value) ? value.map(rewrite).toReversed() : value];
      if (key === "properties" && isJsonObject(value))
        return [
          key,
          Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rewrite(member)])),
        ];
      return ["items", "additionalProperties", "not"].includes(key) ? [key, rewrite(value)] : [key, value];
    });
  return { allOf: [Object.fromEntries(members)] };
}

function readDocument(value: JsonValue, of: "3.0" | "3.1"): LoadedDocument {
  const { schema = true, others } = isJsonObject(value) ? value : {};
  return documentOf(schema, isJsonObject(others) ? others : {}, of);
}

it("finds nothing between a schema and itself", () => {
  fc.assert(
    fc.property(anySchema, components, version, direction, (schema, others, of, way) => {
      const document = documentOf(schema, others, of);
      expect(compareDocuments(document, structuredClone(document), way)).toEqual([]);
    }),
    { seed: 5 },
  );
});

it("finds nothing between a schema and the same in other words", () => {
  fc.assert(
    fc.property(anySchema, components, version, direction, (schema, others, of, way) => {
      const head = documentOf(rewrite(schema), { A: rewrite(others.A), B: rewrite(others.B) }, of);
      expect(sayAll(compareDocuments(documentOf(schema, others, of), head, way))).toEqual([]);
    }),
    { numRuns: 150, seed: 5 },
  );
});

it("finds the reverse between base and head swapped", () => {
  fc.assert(
    fc.property(anySchema, components, edits, version, direction, (schema, others, changes, of, way) => {
      const head = changes.reduce((value, edit) => edit(value), { schema, others } as JsonValue);
      const [one, other] = [documentOf(schema, others, of), readDocument(head, of)];
      const forth = compareDocuments(one, other, way);
      const back = compareDocuments(other, one, way).map((change) => ({
        ...change,
        rule: swapRule(change.rule) as SchemaChange["rule"],
        comparison: swapped[change.comparison],
        base: change.head ?? "undefined",
        head: change.base ?? "undefined",
      }));
      expect(sayAll(back)).toEqual(sayAll(forth));
    }),
    { numRuns: 150, seed: 5 },
  );
});

/** A value that one document allows and the other refuses. */
function findWitness(maker: Oracle, judge: Oracle, way: Direction, seed: number): JsonValue | undefined {
  const sample = sampleValue(maker, root, way, { seed });
  return sample.kind === "sampled" && !judge.allows(root, way, sample.value) ? sample.value : undefined;
}

function refersWithinComponents({ document }: LoadedDocument): boolean {
  const schemas = followReference(document, resolvePointer(document, "#/components/schemas"));
  return Object.entries(schemas).some(
    ([name, schema]) => name !== "Root" && JSON.stringify(schema).includes("$ref"),
  );
}

it("finds something wherever a value is allowed on one side alone", () => {
  fc.assert(
    fc.property(anySchema, components, edits, version, direction, (schema, others, changes, of, way) => {
      const head = changes.reduce((value, edit) => edit(value), { schema, others } as JsonValue);
      const [one, other] = [documentOf(schema, others, of), readDocument(head, of)];
      const found = compareDocuments(one, other, way).some(({ rule }) => rule !== "documentation-changed");
      if (found) return;
      // Of components that contain themselves without end there may be no value to try.
      if ([one, other].some(refersWithinComponents)) return;
      const [before, after] = [createOracle(one.document), createOracle(other.document)];
      if ([before, after].some((oracle) => oracle.explain(root, way) !== undefined)) return;
      for (let seed = 0; seed < 20; seed++) {
        for (const [maker, judge] of [
          [before, after],
          [after, before],
        ] as const)
          expect(findWitness(maker, judge, way, seed)).toBeUndefined();
      }
    }),
    { numRuns: 100, seed: 5 },
  );
});
