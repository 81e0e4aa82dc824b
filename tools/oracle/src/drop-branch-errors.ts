import type { ErrorObject } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";

const composites = new Set(["oneOf", "anyOf", "if", "not", "contains"]);

/**
 * Tells of a value that fits no branch by the one error that says so, and not also by all that is wrong with it in the
 * eyes of each branch. Where one of two branches is `null` alone, what the other says is what matters.
 */
export function dropBranchErrors(errors: readonly ErrorObject[], ajv: Ajv2020): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const [index, error] of errors.entries()) {
    if (!composites.has(error.keyword) || error.parentSchema === undefined) continue;
    const branches = reach(error.parentSchema[error.keyword], ajv);
    const inner = errors
      .slice(0, index)
      .filter(
        ({ instancePath, parentSchema }) =>
          instancePath.startsWith(error.instancePath) && parentSchema && branches.has(parentSchema),
      );
    const isNullable = isNullOnly(error.parentSchema[error.keyword]?.[0]);
    const nulls = inner.filter(({ parentSchema }) => isNullOnly(parentSchema));
    if (isNullable && inner.length > nulls.length) for (const one of [error, ...nulls]) dropped.add(one);
    else for (const one of inner) dropped.add(one);
  }
  return errors.filter((error) => !dropped.has(error));
}

function isNullOnly(schema: unknown): boolean {
  return (
    typeof schema === "object" &&
    schema !== null &&
    Object.keys(schema).length === 1 &&
    "type" in schema &&
    schema.type === "null"
  );
}

/** Every schema that a value may meet below `start`, references followed. */
function reach(start: unknown, ajv: Ajv2020): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  const pending = [start];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    pending.push(...Object.values(next));
    if ("$ref" in next && typeof next.$ref === "string") pending.push(ajv.getSchema(next.$ref)?.schema);
  }
  return seen;
}
