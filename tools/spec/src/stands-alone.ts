import { followReference, resolvePointer } from "./follow-reference.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";

/**
 * Whether every reference of a document leads to something within it, so that there is nothing to bundle: for a large
 * document the bundler's walk is most of what loading takes.
 */
export function standsAlone(document: JsonObject): boolean {
  const isAlone = judged.get(document) ?? judge(document);
  judged.set(document, isAlone);
  return isAlone;
}

/** Asked of a document twice: when it is parsed, and when it is to be bundled. */
const judged = new WeakMap<JsonObject, boolean>();

function judge(document: JsonObject): boolean {
  const known = new Map<string, boolean>();
  const isHere = (reference: string): boolean => {
    const made = known.get(reference) ?? leadsWithin(document, reference);
    known.set(reference, made);
    return made;
  };
  const seen = new Set<object>();
  const pending: JsonValue[] = [document];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isJsonObject(value)) {
      const { $ref: reference, discriminator } = value;
      if (typeof reference === "string" && !isHere(reference)) return false;
      const mapping = isJsonObject(discriminator) ? discriminator["mapping"] : undefined;
      if (isJsonObject(mapping) && Object.values(mapping).some(isFile)) return false;
    }
    pending.push(...Object.values(value));
  }
  return true;
}

function leadsWithin(document: JsonObject, reference: string): boolean {
  if (!/^#\/./.test(reference)) return false;
  const target = resolvePointer(document, reference);
  if (target === undefined || target === null) return false;
  // A chain of references has an end that is none.
  return (
    !isJsonObject(target) ||
    target["$ref"] === undefined ||
    Object.keys(followReference(document, target)).length > 0
  );
}

/** What a discriminator maps to may be a file, and is the name of a component otherwise. */
function isFile(target: JsonValue): boolean {
  return typeof target === "string" && !target.startsWith("#") && /[./]/.test(target);
}
