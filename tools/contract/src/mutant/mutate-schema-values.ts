import type { JsonObject, JsonValue } from "@specmill/spec";
import { isOfType, namedTypes, typeOf } from "../obligation/schema-types.ts";
import { concernedTypes } from "./concerned-types.ts";
import { listOf, withMembers } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { type SchemaChange, show } from "./mutate-schema.ts";

/** Changes of the types and values that a schema allows. */
export function mutateValues(place: Place): readonly SchemaChange[] {
  return [...changeType(place), ...changeNull(place), ...changeConst(place), ...changeEnum(place)];
}

function changeType({ schema }: Place): readonly SchemaChange[] {
  const { type } = schema;
  const listed = listOf(type);
  const from = typeof type === "string" ? type : listed.find((name) => name !== "null");
  if (typeof from !== "string") return [];
  return replacements(from)
    .filter((to) => !listed.includes(to))
    .map((to) => {
      const types = typeof type === "string" ? to : listed.map((name) => (name === from ? to : name));
      return {
        operator: "type-change",
        keys: ["type"],
        detail: to,
        change: `type ${from} → ${to}`,
        after: keepWhatConcerns(withMembers(schema, { type: types })),
      };
    });
}

function replacements(type: string): readonly string[] {
  if (type === "integer") return ["string", "number"];
  if (type === "number") return ["string", "integer"];
  return type === "string" ? ["integer"] : ["string"];
}

/** What can no longer hold is no part of a schema that somebody would write. */
function keepWhatConcerns(schema: JsonObject): JsonObject {
  const named = namedTypes(schema);
  const fits = (value: JsonValue) => named.some((name) => isOfType(value, name));
  const { enum: listed, const: constant } = schema;
  const values = listOf(listed).filter(fits);
  const idle = Object.keys(schema).filter((keyword) => {
    const concerned = concernedTypes(keyword, schema[keyword]);
    return concerned !== undefined && !concerned.some((type) => isAmong(type, named));
  });
  return withMembers(schema, {
    ...Object.fromEntries(idle.map((keyword) => [keyword, undefined])),
    ...(listed === undefined ? {} : { enum: values.length === 0 ? undefined : values }),
    ...(constant === undefined || fits(constant) ? {} : { const: undefined }),
  });
}

function isAmong(type: string, named: readonly string[]): boolean {
  return named.includes(type) || (type === "integer" && named.includes("number"));
}

function changeNull({ schema, version }: Place): readonly SchemaChange[] {
  const { type, nullable, enum: listed } = schema;
  const types = namedTypes(withMembers(schema, { nullable: undefined }));
  if (types.length === 0) return [];
  const withNull = Array.isArray(listed) && !listed.includes(null) ? { enum: [...listed, null] } : {};
  const allow = (members: Readonly<Record<string, JsonValue>>): readonly SchemaChange[] =>
    "const" in schema
      ? []
      : [{ operator: "null-allow", keys: [], change: "or null", after: withMembers(schema, members) }];
  const forbid = (keyword: string, value: JsonValue | undefined): readonly SchemaChange[] => [
    {
      operator: "null-forbid",
      keys: [keyword],
      change: "never null",
      after: withMembers(schema, { [keyword]: value }),
    },
  ];
  if (version === "3.0") return nullable === true ? forbid("nullable", undefined) : allow({ nullable: true });
  if (!types.includes("null")) return allow({ type: [...types, "null"], ...withNull });
  const others = listOf(type).filter((name) => name !== "null");
  return others.length === 0 ? [] : forbid("type", others.length === 1 ? others[0] : others);
}

function changeConst({ schema }: Place): readonly SchemaChange[] {
  const { const: constant } = schema;
  if (constant === undefined) return [];
  const becomes = otherValue([constant]);
  return [
    {
      operator: "const-change",
      keys: ["const"],
      change: `const ${show(constant)} → ${show(becomes)}`,
      after: withMembers(schema, { const: becomes }),
    },
  ];
}

function changeEnum({ schema }: Place): readonly SchemaChange[] {
  const { enum: listed } = schema;
  if (!Array.isArray(listed)) return [];
  const added = otherValue(listed);
  const drop = (value: JsonValue, index: number): SchemaChange => ({
    operator: "enum-value-drop",
    keys: ["enum", String(index)],
    change: `without ${show(value)}`,
    after: withMembers(schema, { enum: listed.filter((_: JsonValue, at) => at !== index) }),
  });
  return [
    ...(listed.length > 1 ? listed.map(drop) : []),
    {
      operator: "enum-value-add",
      keys: ["enum"],
      change: `with ${show(added)}`,
      after: withMembers(schema, { enum: [...listed, added] }),
    },
  ];
}

/** A value that is none of `values`, of the type of the first of them that has a type of many values. */
function otherValue(values: readonly JsonValue[]): JsonValue {
  const sample = values.find((value) => ["string", "integer", "number"].includes(typeOf(value)));
  if (typeof sample === "number") {
    return Math.max(...values.map((value) => (typeof value === "number" ? value : sample))) + 1;
  }
  if (sample === undefined && !values.every((value) => typeof value === "boolean")) return "another";
  if (sample === undefined) return !values.includes(true);
  let text = `${String(sample)}X`;
  while (values.includes(text)) text += "X";
  return text;
}
