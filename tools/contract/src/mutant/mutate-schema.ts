import type { JsonObject, JsonValue } from "@specmill/spec";
import { joinPointer } from "@specmill/spec";
import type { Draft, SchemaOperator, SchemaSubject } from "./draft-mutant.ts";
import { editAt } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { mutateBounds } from "./mutate-schema-bounds.ts";
import { mutateFormat } from "./mutate-schema-format.ts";
import { mutateObject } from "./mutate-schema-object.ts";
import { mutateParts } from "./mutate-schema-parts.ts";
import { mutateProperties } from "./mutate-schema-properties.ts";
import { mutateValues } from "./mutate-schema-values.ts";

/** A schema as it would be, and what that is called. */
export interface SchemaChange {
  readonly operator: SchemaOperator;
  /** The way from the schema to what is changed. */
  readonly keys: readonly string[];
  readonly detail?: string;
  readonly change: string;
  readonly after: JsonObject;
  readonly about?: Pick<SchemaSubject, "property" | "branch">;
}

/** Every change of one schema, and of nothing that it refers to. */
export function mutateSchema(place: Place): readonly Draft[] {
  // OpenAPI 3.0 has whatever stands beside a reference ignored.
  if (place.version === "3.0" && "$ref" in place.schema) return [];
  const changes = [mutateProperties, mutateObject, mutateValues, mutateFormat, mutateBounds, mutateParts];
  return changes.flatMap((list) => list(place)).map((change) => draftSchema(place, change));
}

/** @returns the change of a document that a change of one of its schemas is */
export function draftSchema(
  place: Place,
  { keys, after, operator, change, detail, about }: SchemaChange,
): Draft {
  return {
    pointer: joinPointer(place.pointer, ...keys),
    ...(detail === undefined ? {} : { detail }),
    change,
    operations: place.operations,
    subject: { kind: "schema", operator, place, before: place.schema, after, ...about },
    edit: (document) => editAt(document, place.pointer, () => after),
  };
}

/** A value in the few words of a change. */
export function show(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
