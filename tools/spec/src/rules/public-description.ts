import type { Location, Oas3Visitor, UserContext } from "@redocly/openapi-core";
import { isJsonObject } from "../json.ts";
import { isBlank } from "./support/is-blank.ts";
import { traceReference } from "./support/trace-reference.ts";

/**
 * Whatever a user of the API can see says what it is. Operations, parameters and tags are left to the engine's
 * own `operation-description`, `parameter-description` and `tag-description`.
 */
export function publicDescription(): Oas3Visitor {
  return {
    Info: requireOf(() => "The API"),
    Server: requireOf(() => "This server"),
    ServerVariable: requireOf((key) => `The server variable \`${key}\``),
    RequestBody: requireOf(() => "This request body"),
    Response(response, context) {
      // One that is missing breaks the specification itself, and `struct` says so.
      if (response.description !== undefined)
        requireOf((key) => `The response \`${key}\``)(response, context);
    },
    Header: requireOf((key) => `The header \`${key}\``),
    Link: requireOf((key) => `The link \`${key}\``),
    SecurityScheme: requireOf((key) => `The security scheme \`${key}\``),
    Components({ schemas = {} }, { report, location }) {
      for (const [name, schema] of Object.entries(schemas)) {
        if (isJsonObject(schema) && !("$ref" in schema)) {
          requireOfSchema(schema, location.child(["schemas", name]), report);
        }
      }
    },
    // What another file holds becomes a component once the document is bundled.
    ref(_, { type, report }, { node, location }) {
      if (type.name === "Schema" && location !== undefined) requireOfSchema(node, location, report);
    },
    SchemaProperties(properties, { report, resolve, location }) {
      for (const [name, property] of Object.entries<unknown>(properties)) {
        const steps = traceReference(property, location.source.absoluteRef, resolve);
        // `false` forbids the property, so there is nothing to describe.
        if (property === false || steps.some(({ node }) => !isBlank(node.description))) continue;
        report({
          message: `The property \`${name}\` has no description.`,
          location: location.child([name]).key(),
        });
      }
    },
  };
}

function requireOf(label: (key: string | number) => string) {
  return (node: { readonly description?: string }, { key, report, location }: UserContext): void => {
    if (isBlank(node.description)) {
      report({ message: `${label(key)} has no description.`, location: location.key() });
    }
  };
}

function requireOfSchema(schema: unknown, location: Location, report: UserContext["report"]): void {
  if (!isJsonObject(schema) || !isBlank(schema.description)) return;
  const name = location.pointer.split("/").at(-1);
  const label = name === "" ? "The schema of this file" : `The schema \`${name}\``;
  report({ message: `${label} has no description.`, location: location.key() });
}
