import { followReference, resolvePointer } from "./follow-reference.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";
import { objectAt } from "./read-members.ts";

/** Members of a schema that hold values and not schemas: nothing in them describes a property. */
const values = new Set(["enum", "const", "default", "example", "examples", "required", "discriminator"]);

/** Whether a value of this schema is to be shown nowhere. */
export function isSensitive(document: JsonObject, schema: JsonValue | undefined): boolean {
  const { format, "x-sensitive": marked, writeOnly } = followReference(document, schema);
  return format === "password" || marked === true || writeOnly === true;
}

/** What a schema says of itself, without what it refers to. */
interface Scanned {
  readonly names: readonly string[];
  readonly references: readonly string[];
}

/** Finds the names of the properties anywhere in schemas, and in what they refer to, that are to be shown nowhere. */
export type FindSensitive = (schemas: readonly (JsonValue | undefined)[]) => readonly string[];

/** Makes the finder for a document; it looks at each place that is referred to once, whoever asks. */
export function createSensitiveFinder(document: JsonObject): FindSensitive {
  const scanned = new Map<string, Scanned>();
  const scanReference = (reference: string): Scanned => {
    const known = scanned.get(reference) ?? scan(document, resolvePointer(document, reference));
    scanned.set(reference, known);
    return known;
  };
  return (schemas) => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const pending = schemas.map((schema) => scan(document, schema));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const name of next.names) found.add(name);
      const fresh = next.references.filter((reference) => !seen.has(reference));
      for (const reference of fresh) seen.add(reference);
      pending.push(...fresh.map(scanReference));
    }
    return [...found].sort();
  };
}

function scan(document: JsonObject, schema: JsonValue | undefined): Scanned {
  const names: string[] = [];
  const references: string[] = [];
  const pending = [schema];
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) pending.push(...next);
    if (!isJsonObject(next)) continue;
    if (typeof next["$ref"] === "string") references.push(next["$ref"]);
    const properties = objectAt(next, "properties");
    names.push(...Object.keys(properties).filter((name) => isSensitive(document, properties[name])));
    for (const [key, member] of Object.entries(next)) {
      if (key === "properties") pending.push(...Object.values(properties));
      else if (!values.has(key) && !key.startsWith("x-")) pending.push(member);
    }
  }
  return { names, references };
}
