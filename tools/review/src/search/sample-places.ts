import { type Direction, type Oracle, type SampleOptions, sampleValue } from "@specmill/oracle";
import { isJsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import type { SchemasAt } from "./schema-places.ts";

/** Makes values of the schemas of one side; only so many, since it takes its time. */
export interface Sampler {
  /** Values of a schema, the plainest first. */
  readonly sample: (pointer: string) => readonly JsonValue[];
  /** The plainest value of each of the outermost of some schemas. */
  readonly sampleEach: (schemas: SchemasAt) => readonly JsonValue[];
}

const turns: readonly SampleOptions[] = [
  { minimal: true },
  {},
  ...[0, 1, 2, 3].map((seed) => ({ seed })),
  { seed: 1, minimal: true },
];

/** @param most - of how many schemas values are made */
export function createSampler(oracle: Oracle, direction: Direction, most: number): Sampler {
  const known = new Map<string, readonly JsonValue[]>();
  const ones = new Map<string, JsonValue | undefined>();
  const draw = (pointer: string, options: SampleOptions): JsonValue | undefined => {
    const sample = sampleValue(oracle, pointer, direction, options);
    return sample.kind === "sampled" ? sample.value : undefined;
  };
  const drawAll = (pointer: string): readonly JsonValue[] => {
    const first = draw(pointer, {});
    if (first === undefined) return [];
    return turns.map((turn) => draw(pointer, turn)).filter((value) => value !== undefined);
  };
  return {
    sample: (pointer) => {
      const found = known.get(pointer);
      if (found !== undefined) return found;
      const made = known.size < most && isSchema(oracle, pointer) ? drawAll(pointer) : [];
      known.set(pointer, made);
      return made;
    },
    sampleEach: ({ roots }) =>
      roots.slice(0, 3).flatMap((pointer) => {
        if (!ones.has(pointer) && ones.size < 2 * most && isSchema(oracle, pointer))
          ones.set(pointer, draw(pointer, { minimal: true }));
        const value = ones.get(pointer);
        return value === undefined ? [] : [value];
      }),
  };
}

function isSchema({ document }: Oracle, pointer: string): boolean {
  const schema = resolvePointer(document, pointer);
  return isJsonObject(schema) || schema === true;
}

const alternatives = ["oneOf", "anyOf"];
const conditions = ["if", "then", "else", "not", "contains"];

/** The schemas within others that a value may keep to, or not: branches, conditions, and what is forbidden. */
export function listOptions({ places }: SchemasAt): readonly string[] {
  return places.flatMap(({ schema, pointer }) => {
    const { dependentSchemas } = schema;
    return [
      ...alternatives.flatMap((keyword) => {
        const branches = schema[keyword];
        return Array.isArray(branches)
          ? branches.map((_: JsonValue, index) => joinPointer(pointer, keyword, String(index)))
          : [];
      }),
      ...conditions.flatMap((keyword) =>
        schema[keyword] === undefined ? [] : [joinPointer(pointer, keyword)],
      ),
      ...Object.keys(isJsonObject(dependentSchemas) ? dependentSchemas : {}).map((name) =>
        joinPointer(pointer, "dependentSchemas", name),
      ),
    ];
  });
}
