import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { isHidden } from "../obligation/find-hidden.ts";
import { listOf, nameBeside, objectOf, renameMember, withMembers } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import type { SchemaChange } from "./mutate-schema.ts";
import { otherType } from "./other-type.ts";

/** Changes of the properties that a schema names, and of those that it requires. */
export function mutateProperties(place: Place): readonly SchemaChange[] {
  const { schema } = place;
  const names = Object.keys(objectOf(schema["properties"]));
  const required = listOf(schema["required"]);
  return [
    ...required.filter((name) => typeof name === "string").map((name) => dropRequired(schema, name)),
    ...names.flatMap((name) => [
      ...(required.includes(name) ? [] : [addRequired(schema, name)]),
      rename(schema, name, names),
      drop(schema, name),
      ...retype(place, name),
      ...mark(place, name, required.includes(name)),
    ]),
  ];
}

function dropRequired(schema: JsonObject, name: string): SchemaChange {
  return {
    operator: "property-required-drop",
    keys: ["required"],
    detail: name,
    change: `${name} required → optional`,
    after: withMembers(schema, { required: without(schema["required"], name) }),
    about: { property: name },
  };
}

function addRequired(schema: JsonObject, name: string): SchemaChange {
  return {
    operator: "property-required-add",
    keys: ["properties", name],
    change: `${name} optional → required`,
    after: withMembers(schema, { required: [...listOf(schema["required"]), name] }),
    about: { property: name },
  };
}

function rename(schema: JsonObject, name: string, names: readonly string[]): SchemaChange {
  const becomes = nameBeside(name, names);
  const required = listOf(schema["required"]).map((one) => (one === name ? becomes : one));
  return {
    operator: "property-rename",
    keys: ["properties", name],
    change: `${name} → ${becomes}`,
    after: withMembers(schema, {
      properties: renameMember(objectOf(schema["properties"]), name, becomes),
      ...("required" in schema ? { required } : {}),
    }),
    about: { property: name },
  };
}

function drop(schema: JsonObject, name: string): SchemaChange {
  return {
    operator: "property-drop",
    keys: ["properties", name],
    change: `without ${name}`,
    after: withMembers(schema, {
      properties: withMembers(objectOf(schema["properties"]), { [name]: undefined }),
      required: without(schema["required"], name),
    }),
    about: { property: name },
  };
}

/** What a property refers to is changed for all who do; here it is changed for this property alone. */
function retype({ document, schema }: Place, name: string): readonly SchemaChange[] {
  const property = objectOf(schema["properties"])[name];
  if (!isJsonObject(property) || !("$ref" in property)) return [];
  const type = otherType(document, property);
  return [
    {
      operator: "property-retype",
      keys: ["properties", name],
      change: `${name}: ${String(property["$ref"])} → ${type}`,
      after: setProperty(schema, name, { type }),
      about: { property: name },
    },
  ];
}

/** Whether a property travels in one direction alone matters where it must be there. */
function mark(
  { document, schema, reaches }: Place,
  name: string,
  isRequired: boolean,
): readonly SchemaChange[] {
  const property = objectOf(schema["properties"])[name];
  if (!isJsonObject(property) || "$ref" in property) return [];
  const words = [
    { keyword: "readOnly", add: "read-only-add", drop: "read-only-drop", direction: "request" },
    { keyword: "writeOnly", add: "write-only-add", drop: "write-only-drop", direction: "response" },
  ] as const;
  return words.flatMap(({ keyword, add, drop: dropped, direction }): readonly SchemaChange[] => {
    const isMarked = property[keyword] === true;
    const matters = isRequired && reaches.some((reach) => reach.direction === direction);
    const isOther = isHidden(document, property, direction === "request" ? "response" : "request");
    if (!isMarked && (!matters || isOther)) return [];
    return [
      {
        operator: isMarked ? dropped : add,
        keys: isMarked ? ["properties", name, keyword] : ["properties", name],
        change: `${name} ${isMarked ? "no longer" : "becomes"} ${keyword}`,
        after: setProperty(schema, name, withMembers(property, { [keyword]: isMarked ? undefined : true })),
        about: { property: name },
      },
    ];
  });
}

function setProperty(schema: JsonObject, name: string, property: JsonObject): JsonObject {
  return withMembers(schema, {
    properties: withMembers(objectOf(schema["properties"]), { [name]: property }),
  });
}

/** OpenAPI 3.0 has no empty `required`. */
function without(required: JsonValue | undefined, name: string): JsonValue | undefined {
  const others = listOf(required).filter((one) => one !== name);
  return others.length === 0 ? undefined : others;
}
