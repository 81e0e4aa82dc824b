import { isJsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { createOracle } from "./create-oracle.ts";
import type { Direction, Oracle } from "./oracle.ts";
import { to2020 } from "./to-2020-12.ts";

/** More schemas than these take longer to be put together than they are worth. */
const most = 60;

interface Side {
  readonly oracle: Oracle;
  readonly pointer: string;
}

/**
 * An oracle of what one schema allows and another one, of another document, refuses: both in the words of JSON Schema
 * 2020-12, in a document made for them. What is sampled from it is to be put to the two again, since a discriminator
 * and properties of one direction are not told apart any more.
 *
 * @returns undefined where the two refer to too many others
 */
export function contrastSchemas(allowing: Side, refusing: Side, direction: Direction): Side | undefined {
  const schemas = new Map<string, JsonValue>();
  const allowed = copySchemas(allowing, direction, "allowing", schemas);
  const refused = copySchemas(refusing, direction, "refusing", schemas);
  if (schemas.size > most) return undefined;
  const contrast = { allOf: [{ $ref: allowed }, { not: { $ref: refused } }] };
  const document = {
    openapi: "3.1.0",
    components: { schemas: { ...Object.fromEntries(schemas), contrast } },
  };
  return { oracle: createOracle(document), pointer: pointTo("contrast") };
}

/** Adds a schema and all that it refers to, each under a name of its own; what the schema is to be called comes back. */
function copySchemas(
  { oracle, pointer }: Side,
  direction: Direction,
  name: string,
  schemas: Map<string, JsonValue>,
): string {
  const names = new Map<string, string>();
  const pending: string[] = [];
  const idOf = (reference: string): string => {
    const known = names.get(reference);
    if (known !== undefined) return pointTo(known);
    const made = `${name}${names.size}`;
    names.set(reference, made);
    pending.push(reference);
    return pointTo(made);
  };
  const start = idOf(pointer);
  const { document, version } = oracle;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (schemas.size > most) break;
    const found = resolvePointer(document, next);
    const schema = isJsonObject(found) || typeof found === "boolean" ? found : false;
    const made = to2020(schema, next, { document, version, direction, idOf, onMade: () => {} });
    schemas.set(names.get(next) ?? name, made);
  }
  return start;
}

function pointTo(name: string): string {
  return `#/components/schemas/${name}`;
}
