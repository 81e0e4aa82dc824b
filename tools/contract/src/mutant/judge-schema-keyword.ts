import type { JsonObject, JsonValue } from "@specmill/spec";
import { concernedTypes } from "./concerned-types.ts";
import { listOf, objectOf } from "./edit-document.ts";
import { assertedOf } from "./is-asserted.ts";
import type { SchemaView } from "./judge-schema.ts";
import { requiredBy } from "./judge-schema-object.ts";
import { type Ruling, rule } from "./judge-shift.ts";

/** A pattern that is gone, or another. */
export function judgePattern(view: SchemaView): Ruling {
  const { operator, before } = view;
  if (!concerns(view, "pattern")) return unconcerned("pattern");
  // Both are found in any text, be it empty.
  const isIdle = before["pattern"] === "" || before["pattern"] === ".*";
  if (operator === "pattern-drop")
    return isIdle
      ? rule("same", "the pattern is found in any text")
      : rule("wider", "texts of any pattern pass");
  return rule(isIdle ? "narrower" : "other", "texts of another pattern pass");
}

/** A format, where formats are asserted that Ajv knows and says something of. */
export function judgeFormat(view: SchemaView): Ruling {
  const [before, after] = [view.before, view.after].map(({ format }) => format);
  const [was, is] = [before, after].map((format) => says(view, format));
  if (was !== true && is !== true)
    return rule("same", "neither format says anything of the values that come here");
  if (was !== true) return rule("narrower", "values of the format alone pass");
  if (is !== true) return rule("wider", "values of any format pass");
  const isWhole = [before, after].every((format) => assertedOf(format) === "number");
  if (!isWhole) return rule("other", "values of another format pass");
  return after === "int64" ? rule("wider", "larger numbers pass") : rule("narrower", "fewer numbers pass");
}

function says({ types }: SchemaView, format: JsonValue | undefined): boolean {
  const concerned = concernedTypes("format", format) ?? [];
  // Of 64 bits, no more is asserted than that they make a whole number.
  const said = format === "int64" ? concerned.filter((type) => type !== "integer") : concerned;
  return said.some((type) => types.has(type));
}

/** Whether items may repeat. */
export function judgeUnique(view: SchemaView): Ruling {
  const { before, after } = view;
  if (!concerns(view, "uniqueItems")) return unconcerned("uniqueItems");
  const { maxItems } = before;
  if (typeof maxItems === "number" && maxItems < 2) return rule("same", "one item alone cannot repeat");
  return after["uniqueItems"] === true
    ? rule("narrower", "no item may repeat")
    : rule("wider", "items may repeat");
}

/** A property that needs none beside it any more. */
export function judgeDependent(view: SchemaView): Ruling {
  const { before, beside, property = "" } = view;
  if (!concerns(view, "dependentRequired")) return unconcerned("dependentRequired");
  const required = [before, ...beside].flatMap((schema) => requiredBy(view, schema));
  const needed = listOf(objectOf(before["dependentRequired"])[property]);
  return needed.every((name) => required.includes(name))
    ? rule("same", "what the property needs is required anyway")
    : rule("wider", "the property needs nothing beside it");
}

/** Whether any value that may come is of a type that a keyword looks at. */
export function concerns({ types, before }: SchemaView, keyword: string): boolean {
  const concerned = concernedTypes(keyword, before[keyword]);
  return concerned === undefined || concerned.some((type) => types.has(type));
}

export function unconcerned(keyword: string): Ruling {
  return rule("same", `${keyword} says nothing of the types that come here`);
}

export function isWholeOnly(
  { types }: Pick<SchemaView, "types">,
  { format, multipleOf }: JsonObject,
): boolean {
  const isStep = typeof multipleOf === "number" && Number.isInteger(multipleOf);
  return !types.has("number") || isStep || format === "int32" || format === "int64";
}
