import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/** Which values of a discriminator lead to which branch. */
export interface BranchNames {
  readonly keyword: "oneOf" | "anyOf";
  readonly propertyName: string;
  /** For each branch, in order. */
  readonly values: readonly (readonly string[])[];
}

/**
 * Reads the discriminator of a schema (OpenAPI 3.1, section 4.8.25): a branch goes by the names that the mapping gives
 * it, and by the name of its component where there is none.
 *
 * @returns undefined where no discriminator decides, or a branch is no reference, which then has no name
 */
export function nameBranches(schema: JsonObject): BranchNames | undefined {
  const { discriminator } = schema;
  const keyword = Array.isArray(schema["oneOf"]) ? "oneOf" : "anyOf";
  const branches = schema[keyword];
  if (!isJsonObject(discriminator) || !Array.isArray(branches)) return undefined;
  const { propertyName, mapping } = discriminator;
  const references = branches.map((branch: JsonValue) => (isJsonObject(branch) ? branch["$ref"] : undefined));
  if (typeof propertyName !== "string" || !references.every((one) => typeof one === "string"))
    return undefined;
  const entries = Object.entries(isJsonObject(mapping) ? mapping : {});
  const values = references.map((reference) => {
    const component = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
    const mapped = entries
      .filter(([, target]) => target === reference || (component !== undefined && target === component))
      .map(([name]) => name);
    return mapped.length > 0 || component === undefined ? mapped : [component];
  });
  // A branch that no name leads to, such as one of another file, is decided by its schema.
  return values.every((names) => names.length > 0) ? { keyword, propertyName, values } : undefined;
}
