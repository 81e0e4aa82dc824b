import { isJsonObject } from "@specmill/spec";
import { namedTypes } from "../obligation/schema-types.ts";
import { objectOf, withMembers } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import type { SchemaChange } from "./mutate-schema.ts";
import { isUnconstrained } from "./plain-types.ts";

/** Changes of what an object may hold beside the properties that are named. */
export function mutateObject({ document, schema }: Place): readonly SchemaChange[] {
  const { additionalProperties: additional, dependentRequired } = schema;
  const isObject = "properties" in schema || namedTypes(schema).includes("object");
  const isOpen = isUnconstrained(document, additional);
  const open: SchemaChange = {
    operator: "additional-properties-open",
    keys: ["additionalProperties"],
    change: "any further property",
    after: withMembers(schema, { additionalProperties: undefined }),
  };
  const close: SchemaChange = {
    operator: "additional-properties-close",
    keys: additional === undefined ? [] : ["additionalProperties"],
    change: "no further property",
    after: withMembers(schema, { additionalProperties: false }),
  };
  return [
    ...(isOpen ? [] : [open]),
    ...(isObject && additional !== false ? [close] : []),
    ...(isJsonObject(dependentRequired)
      ? Object.keys(dependentRequired).map((name): SchemaChange => {
          const others = withMembers(objectOf(dependentRequired), { [name]: undefined });
          return {
            operator: "dependent-required-drop",
            keys: ["dependentRequired", name],
            change: `${name} needs nothing beside it`,
            after: withMembers(schema, { dependentRequired: others }),
            about: { property: name },
          };
        })
      : []),
  ];
}
