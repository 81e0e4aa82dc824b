import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { componentName, componentReference } from "./component-name.ts";

/** A schema that is in no document, and the pointer to the component that it would be. */
export type StandIn = readonly [pointer: string, schema: JsonObject];

/**
 * What else of a document tells which type a component has, as schemas that reach no further: that others extend it,
 * and that a choice with a discriminator says which value it has there.
 *
 * @param kept - pointers to the components that have to have their types
 */
export function findStandIns(document: JsonObject, kept: ReadonlySet<string>): readonly StandIn[] {
  const schemas = resolvePointer(document, "#/components/schemas");
  const owner = isJsonObject(schemas) ? schemas : {};
  const heirs = findExtended(owner, kept).map((base): readonly [string, JsonObject] => [
    `Heir of ${base}`,
    { allOf: [{ $ref: componentReference(base) }] },
  ]);
  const choices = findChoices(document)
    .map((choice) => reduceChoice(choice, kept, owner))
    .filter((choice) => choice !== undefined)
    .map((choice, index): readonly [string, JsonObject] => [`Choice ${index}`, choice]);
  return [...heirs, ...choices].map(([wanted, schema]) => {
    let name = wanted;
    while (Object.hasOwn(owner, name)) name = `${name} `;
    return [componentReference(name), schema];
  });
}

/** What a mapping of a discriminator names: a schema by reference, or by the name of a component alone. */
export function toReference(target: JsonValue, schemas: JsonObject): string {
  if (typeof target !== "string") return "";
  return Object.hasOwn(schemas, target) ? componentReference(target) : target;
}

function findExtended(schemas: JsonObject, kept: ReadonlySet<string>): readonly string[] {
  const extended = new Set<string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const allOf = isJsonObject(schema) && !kept.has(componentReference(name)) ? schema["allOf"] : undefined;
    for (const part of Array.isArray(allOf) ? allOf : []) {
      const base = isJsonObject(part) ? componentName(part["$ref"]) : undefined;
      if (base !== undefined && kept.has(componentReference(base))) extended.add(base);
    }
  }
  return [...extended];
}

function findChoices(value: JsonValue): readonly JsonObject[] {
  const choices: JsonObject[] = [];
  const pending: JsonValue[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === null || typeof next !== "object") continue;
    if (isJsonObject(next) && isJsonObject(next["discriminator"]) && Array.isArray(next["oneOf"])) {
      choices.push(next);
    }
    for (const member of Object.values(next)) pending.push(member);
  }
  return choices;
}

/** A choice of those of its alternatives alone that are kept. */
function reduceChoice(
  { oneOf, discriminator }: JsonObject,
  kept: ReadonlySet<string>,
  schemas: JsonObject,
): JsonObject | undefined {
  const isKept = (item: JsonValue) => isJsonObject(item) && kept.has(String(item["$ref"]));
  const alternatives = Array.isArray(oneOf) ? oneOf.filter(isKept) : [];
  if (alternatives.length === 0 || !isJsonObject(discriminator)) return undefined;
  const { mapping, ...rest } = discriminator;
  const entries = Object.entries(isJsonObject(mapping) ? mapping : {});
  const own = entries.filter(([, target]) => kept.has(toReference(target, schemas)));
  return {
    oneOf: alternatives,
    discriminator: { ...rest, ...(own.length > 0 && { mapping: Object.fromEntries(own) }) },
  };
}
