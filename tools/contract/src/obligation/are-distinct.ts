import { nameBranches } from "@specmill/oracle";
import { followReference, isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { openTypes } from "./schema-types.ts";

/**
 * Whether no two branches of a choice can take the same value, as far as the document tells plainly: by a
 * discriminator, by their types, or by a member that each must have with other values. Where they can, what one branch
 * refuses another may take, and that it is refused is no promise.
 */
export function areDistinct(document: JsonObject, schema: JsonObject, keyword: "oneOf" | "anyOf"): boolean {
  const branches = schema[keyword];
  if (!Array.isArray(branches)) return true;
  if (nameBranches(schema)?.keyword === keyword) return true;
  return branches.every((branch: JsonValue, index) =>
    branches.slice(index + 1).every((other: JsonValue) => isApart(document, branch, other)),
  );
}

function isApart(document: JsonObject, one: JsonValue, other: JsonValue): boolean {
  const types = openTypes(document, other);
  const shared = [...openTypes(document, one)].filter((type) => types.has(type));
  if (shared.length === 0) return true;
  const [left, right] = [one, other].map((branch) => constantMembers(document, branch));
  return (
    shared.every((type) => type === "object") &&
    [...(left ?? [])].some(([name, values]) => {
      const others = right?.get(name);
      return others !== undefined && [...values].every((value) => !others.has(value));
    })
  );
}

/** The members that an object must have and whose values are listed, with these values as JSON. */
function constantMembers(
  document: JsonObject,
  branch: JsonValue,
  depth = 0,
): ReadonlyMap<string, ReadonlySet<string>> {
  const { properties, required, allOf } = followReference(document, branch);
  const own = Object.entries(isJsonObject(properties) ? properties : {}).flatMap(
    ([name, property]): [string, ReadonlySet<string>][] => {
      if (!Array.isArray(required) || !required.includes(name)) return [];
      const { const: constant, enum: listed } = followReference(document, property);
      const values = constant !== undefined ? [constant] : Array.isArray(listed) ? listed : undefined;
      return values === undefined ? [] : [[name, new Set(values.map((value) => JSON.stringify(value)))]];
    },
  );
  if (depth > 8 || !Array.isArray(allOf)) return new Map(own);
  return new Map([
    ...allOf.flatMap((member: JsonValue) => [...constantMembers(document, member, depth + 1)]),
    ...own,
  ]);
}
