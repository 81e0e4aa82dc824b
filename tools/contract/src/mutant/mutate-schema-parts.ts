import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { listOf, objectOf, withMembers } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import type { SchemaChange } from "./mutate-schema.ts";
import { otherType } from "./other-type.ts";

/** Changes of the schemas that a schema is made of: branches, and what items are. */
export function mutateParts(place: Place): readonly SchemaChange[] {
  return [...dropBranches(place.schema), ...retypeItems(place), ...dropTupleItem(place.schema)];
}

function dropBranches(schema: JsonObject): readonly SchemaChange[] {
  return (["oneOf", "anyOf"] as const).flatMap((keyword) => {
    const branches = listOf(schema[keyword]);
    if (branches.length < 2) return [];
    return branches.map((branch, index): SchemaChange => {
      const others = branches.filter((_, at) => at !== index);
      return {
        operator: "branch-drop",
        keys: [keyword, String(index)],
        change: `without branch ${index + 1} of ${branches.length}`,
        after: withMembers(schema, { [keyword]: others, ...forgetBranch(schema, branch) }),
        about: { branch: { keyword, index } },
      };
    });
  });
}

/** A discriminator must not lead to a branch that is gone. */
function forgetBranch({ discriminator }: JsonObject, branch: JsonValue): Readonly<Record<string, JsonValue>> {
  const { mapping } = objectOf(discriminator);
  if (!isJsonObject(discriminator) || !isJsonObject(mapping)) return {};
  const reference = objectOf(branch)["$ref"];
  const name = typeof reference === "string" ? reference.split("/").at(-1) : undefined;
  const kept = Object.entries(mapping).filter(([, target]) => target !== reference && target !== name);
  return { discriminator: withMembers(discriminator, { mapping: Object.fromEntries(kept) }) };
}

/** What items refer to is changed for all who do; here it is changed for these items alone. */
function retypeItems({ document, schema }: Place): readonly SchemaChange[] {
  const { items } = schema;
  if (!isJsonObject(items) || !("$ref" in items)) return [];
  const type = otherType(document, items);
  return [
    {
      operator: "items-retype",
      keys: ["items"],
      change: `items: ${String(items["$ref"])} → ${type}`,
      after: withMembers(schema, { items: { type } }),
    },
  ];
}

function dropTupleItem(schema: JsonObject): readonly SchemaChange[] {
  const tuple = listOf(schema["prefixItems"]);
  if (tuple.length < 2) return [];
  return [
    {
      operator: "prefix-items-drop",
      keys: ["prefixItems", String(tuple.length - 1)],
      change: `without item ${tuple.length}`,
      after: withMembers(schema, { prefixItems: tuple.slice(0, -1) }),
    },
  ];
}
