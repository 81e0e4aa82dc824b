import { buildDocumentation } from "./build-documentation.ts";
import { buildOperations, buildWebhooks } from "./build-operations.ts";
import { buildProse } from "./build-prose.ts";
import { buildSecuritySchemes } from "./build-security.ts";
import { buildServers } from "./build-servers.ts";
import { buildTags } from "./build-tags.ts";
import { joinPointer } from "./follow-reference.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";
import type { Api, Inference, NamedSchema, Told } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/**
 * Turns a bundled OpenAPI 3.0 or 3.1 document into the model that every tool reads. Whatever is not of the shape that
 * OpenAPI asks for is left out: saying so is the linter's work.
 */
export function buildModel(document: JsonObject): Api {
  const model = known.get(document) ?? makeModel(document);
  known.set(document, model);
  return model;
}

/** Documents are never changed, and large ones are asked for by every part of a review. */
const known = new WeakMap<JsonObject, Api>();

function makeModel(document: JsonObject): Api {
  const info = objectAt(document, "info");
  return {
    title: stringAt(info, "title") ?? "Untitled API",
    version: stringAt(info, "version") ?? "0",
    ...present("summary", stringAt(info, "summary")),
    ...present("description", stringAt(info, "description")),
    ...present("documentation", buildDocumentation(document)),
    ...present("prose", buildProse(document, document)),
    ...present("info", tellOf(buildProse(document, info))),
    servers: buildServers(document) ?? [{ url: "/", variables: [] }],
    securitySchemes: buildSecuritySchemes(document),
    operations: buildOperations(document),
    ...present("webhooks", buildWebhooks(document)),
    ...present("tags", buildTags(document)),
    schemas: buildSchemas(document),
    inferences: collectInferences(document),
  };
}

function tellOf(prose: JsonObject | undefined): Told | undefined {
  return prose && { prose };
}

function buildSchemas(document: JsonObject): readonly NamedSchema[] {
  const schemas = objectAt(objectAt(document, "components"), "schemas");
  return Object.keys(schemas).map((name) => {
    const schema = objectAt(schemas, name);
    return {
      name,
      ...present("description", stringAt(schema, "description")),
      deprecated: schema["deprecated"] === true,
      schema: schemas[name] ?? {},
    };
  });
}

function collectInferences(document: JsonObject): readonly Inference[] {
  const found: Inference[] = [];
  const keys: string[] = [];
  const visit = (value: JsonValue): void => {
    if (typeof value !== "object" || value === null) return;
    if (isJsonObject(value) && typeof value["x-inferred"] === "string") {
      found.push({ pointer: joinPointer("#", ...keys), reason: value["x-inferred"] });
    }
    for (const [key, member] of Object.entries(value)) {
      keys.push(key);
      visit(member);
      keys.pop();
    }
  };
  visit(document);
  return found;
}
