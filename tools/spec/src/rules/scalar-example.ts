import type { Oas3Visitor, UserContext } from "@redocly/openapi-core";
import type { JsonObject, JsonValue } from "../json.ts";
import { traceReference } from "./support/trace-reference.ts";

/**
 * Every property that holds one plain value shows one. The engine's `scalar-property-missing-example` looks
 * neither into unions nor at enums without a type; this rule does.
 */
export function scalarExample(): Oas3Visitor {
  return {
    SchemaProperties(properties, { report, resolve, location }) {
      for (const [name, property] of Object.entries(properties)) {
        const { kinds, shown } = inspect(property, location.source.absoluteRef, resolve, new Set());
        if (shown || kinds.size !== 1 || !kinds.has("scalar")) continue;
        report({
          message: `The property \`${name}\` shows no example.`,
          location: location.child([name]).key(),
        });
      }
    },
  };
}

/** What a schema says of its values: which kinds they may be, and whether it or a part of it shows one. */
interface Inspection {
  readonly kinds: ReadonlySet<"scalar" | "other">;
  readonly shown: boolean;
}

function inspect(
  schema: unknown,
  source: string,
  resolve: UserContext["resolve"],
  seen: Set<JsonObject>,
): Inspection {
  const steps = traceReference(schema, source, resolve).filter(({ node }) => !seen.has(node));
  for (const { node } of steps) seen.add(node);
  const parts = steps.flatMap(({ node, source: file }) =>
    partsOf(node).map((part) => inspect(part, file, resolve, seen)),
  );
  const own = steps.flatMap(({ node }) => kindsOf(node));
  return {
    kinds: new Set([...own, ...parts.flatMap(({ kinds }) => [...kinds])]),
    shown: steps.some(({ node }) => showsValue(node)) || parts.some(({ shown }) => shown),
  };
}

function partsOf({ oneOf, anyOf, allOf }: JsonObject): readonly JsonValue[] {
  return [oneOf, anyOf, allOf].flatMap((list) => (Array.isArray(list) ? list : []));
}

function kindsOf({ type, enum: values, format }: JsonObject): readonly ("scalar" | "other")[] {
  // The bytes of a file cannot be written down.
  if (format === "binary") return ["other"];
  if (type === undefined) {
    if (!Array.isArray(values)) return [];
    return values.map((value) => (typeof value === "object" && value !== null ? "other" : "scalar"));
  }
  return [type].flat().map((name) => (name === "object" || name === "array" ? "other" : "scalar"));
}

/** `const` is its own example; JSON Schema has `examples`, OpenAPI 3.0 only `example`. */
function showsValue(node: JsonObject): boolean {
  const { example, examples } = node;
  return example !== undefined || "const" in node || (Array.isArray(examples) && examples.length > 0);
}
