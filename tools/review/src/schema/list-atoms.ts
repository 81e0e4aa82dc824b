import type { JsonValue } from "@specmill/spec";

/** The types of JSON Schema, cut so that none is part of another: a number is an integer or a fraction. */
export const atoms = ["string", "integer", "fraction", "boolean", "object", "array", "null"] as const;

export type Atom = (typeof atoms)[number];

/** The atoms that a `type` allows. */
export function listAtoms(type: JsonValue): ReadonlySet<Atom> {
  const names = Array.isArray(type) ? type : [type];
  return new Set(
    atoms.filter(
      (atom) =>
        names.includes(atom) || (names.includes("number") && (atom === "integer" || atom === "fraction")),
    ),
  );
}

/** The atom that a value is of. */
export function atomOf(value: JsonValue): Atom {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(value) ? "integer" : "fraction";
    default:
      return "object";
  }
}

/** Atoms as the names of types. */
export function nameAtoms(given: ReadonlySet<Atom>): readonly string[] {
  return atoms.flatMap((atom) => {
    if (!given.has(atom)) return [];
    if (atom === "integer") return [given.has("fraction") ? "number" : "integer"];
    if (atom === "fraction") return given.has("integer") ? [] : ["number"];
    return [atom];
  });
}
