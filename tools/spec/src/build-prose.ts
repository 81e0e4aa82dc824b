import { followReference } from "./follow-reference.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";

/** Members of any OpenAPI object that tell people something, and change nothing of what travels. */
const documentary = new Set([
  "title",
  "summary",
  "description",
  "version",
  "termsOfService",
  "contact",
  "license",
  "externalDocs",
  "deprecated",
  "example",
  "examples",
  "bearerFormat",
  "jsonSchemaDialect",
]);

/**
 * What an OpenAPI object tells people, by member: texts, examples with their references followed, and every
 * extension. Undefined where it tells nothing.
 */
export function buildProse(document: JsonObject, owner: JsonObject): JsonObject | undefined {
  const told = Object.entries(owner).filter(([key]) => documentary.has(key) || key.startsWith("x-"));
  if (told.length === 0) return undefined;
  const followed = told.map(([key, value]): [string, JsonValue] => [
    key,
    key === "examples" && isJsonObject(value) ? followExamples(document, value) : value,
  ]);
  return Object.fromEntries(followed);
}

function followExamples(document: JsonObject, examples: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.keys(examples).map((name) => [name, followReference(document, examples[name])]),
  );
}
