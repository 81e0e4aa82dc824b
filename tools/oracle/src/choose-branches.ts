import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import type { FlatPart, Part } from "./merge-schema.ts";
import { nameBranches } from "./name-branches.ts";
import { negateSchema } from "./negate-schema.ts";

/** A decision between schemas, of which a value fulfils one. */
export interface Group {
  /** The keyword that leaves the choice. */
  readonly pointer: string;
  /** Whether no two may be fulfilled at once. */
  readonly isExclusive: boolean;
  /** For each option, the schemas that hold where it is taken. */
  readonly options: readonly (readonly Part[])[];
}

/** Everything that schemas leave to choose: branches, conditions, and the ways to break what is forbidden. */
export function listGroups(document: JsonObject, schemas: readonly FlatPart[]): readonly Group[] {
  return schemas.flatMap(({ schema, pointer }) => [
    ...listBranches(schema, pointer),
    ...listConditions(document, schema, pointer),
    ...listDependencies(schema, pointer),
    ...listNegations(document, schema, pointer),
  ]);
}

function listBranches(schema: JsonObject, pointer: string): readonly Group[] {
  const names = nameBranches(schema);
  return ["oneOf", "anyOf"].flatMap((keyword) => {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) return [];
    const place = joinPointer(pointer, keyword);
    const options = branches.map((branch: JsonValue, index) => {
      const part = { schema: branch, pointer: joinPointer(place, String(index)) };
      const values = names?.keyword === keyword ? names.values[index] : undefined;
      if (names === undefined || values === undefined) return [part];
      const named = {
        type: "object",
        required: [names.propertyName],
        properties: Object.fromEntries([[names.propertyName, { enum: values }]]),
      };
      return [{ schema: named, pointer: joinPointer(part.pointer, "discriminator") }, part];
    });
    return [{ pointer: place, isExclusive: keyword === "oneOf", options }];
  });
}

function listConditions(document: JsonObject, schema: JsonObject, pointer: string): readonly Group[] {
  const { if: condition, then: fulfilled, else: otherwise } = schema;
  if (condition === undefined || (fulfilled === undefined && otherwise === undefined)) return [];
  const part = (key: string, value: JsonValue | undefined): readonly Part[] =>
    value === undefined ? [] : [{ schema: value, pointer: joinPointer(pointer, key) }];
  const contraries = negateSchema(document, condition).map((contrary, index) => [
    { schema: contrary, pointer: joinPointer(pointer, "if", `not ${index}`) },
    ...part("else", otherwise),
  ]);
  const options = [[...part("if", condition), ...part("then", fulfilled)], ...contraries];
  return [{ pointer: joinPointer(pointer, "if"), isExclusive: false, options }];
}

/** A property is there together with what depends on it, or it is not there. */
function listDependencies(schema: JsonObject, pointer: string): readonly Group[] {
  const group = (keyword: string, name: string, dependent: JsonValue): Group => {
    const place = joinPointer(pointer, keyword, name);
    const absent = { type: "object", properties: Object.fromEntries([[name, false]]) };
    return {
      pointer: place,
      isExclusive: false,
      options: [
        [
          { schema: { type: "object", required: [name] }, pointer: joinPointer(place, "present") },
          { schema: dependent, pointer: place },
        ],
        [{ schema: absent, pointer: joinPointer(place, "absent") }],
      ],
    };
  };
  const { dependentSchemas, dependentRequired } = schema;
  const members = (value: JsonValue | undefined) => Object.entries(isJsonObject(value) ? value : {});
  return [
    ...members(dependentSchemas).map(([name, dependent]) => group("dependentSchemas", name, dependent)),
    ...members(dependentRequired).map(([name, required]) => group("dependentRequired", name, { required })),
  ];
}

function listNegations(document: JsonObject, schema: JsonObject, pointer: string): readonly Group[] {
  const { not } = schema;
  if (not === undefined) return [];
  const place = joinPointer(pointer, "not");
  // What names values or a pattern is kept to where a value is made.
  if (isJsonObject(not) && ["const", "enum", "pattern"].some((key) => not[key] !== undefined)) return [];
  const options = negateSchema(document, not).map((contrary, index) => [
    { schema: contrary, pointer: joinPointer(place, String(index)) },
  ]);
  return options.length === 0 ? [] : [{ pointer: place, isExclusive: false, options }];
}

/** What a value fulfils that no option of a group allows but one. */
export function refuseOthers({ pointer, options }: Group, option: number): Part {
  const others = options.filter((_, index) => index !== option);
  const refused = others.map((parts) => ({ allOf: parts.map(({ schema }) => schema) }));
  return { schema: { not: { anyOf: refused } }, pointer: joinPointer(pointer, String(option), "alone") };
}
