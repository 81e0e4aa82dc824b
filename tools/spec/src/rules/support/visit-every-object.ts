import type { Location, Oas3Visitor, UserContext } from "@redocly/openapi-core";
import { isJsonObject, type JsonObject, type JsonValue } from "../../json.ts";

interface ObjectVisitor {
  /** Called once for each object. The keys of a map are names that the author chose. */
  readonly see: (node: JsonObject, location: Location, report: UserContext["report"], isMap: boolean) => void;
  /** Whether what the field `key` holds is to be seen too. Not asked in a map. */
  readonly enters: (key: string, value: JsonValue) => boolean;
}

/** Fields of OpenAPI and JSON Schema that hold a map. */
const maps = new Set(
  [
    "properties patternProperties dependentSchemas $defs definitions",
    "paths webhooks responses content headers examples links callbacks variables encoding",
    "schemas parameters requestBodies securitySchemes pathItems",
  ].flatMap((line) => line.split(" ")),
);

/**
 * A visitor that sees every object of the root document and of whatever a `$ref` pulls in. Unlike the
 * engine's own visitors it also comes to objects of no known kind, and to what stands beside a `$ref`.
 */
export function visitEveryObject({ see, enters }: ObjectVisitor): Oas3Visitor {
  const seen = new Set<unknown>();
  const walk = (value: unknown, location: Location, report: UserContext["report"], isMap = false): void => {
    if (typeof value !== "object" || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, location.child([index]), report);
    } else if (isJsonObject(value)) {
      see(value, location, report, isMap);
      for (const [key, child] of Object.entries(value)) {
        if (isMap || enters(key, child)) walk(child, location.child([key]), report, !isMap && maps.has(key));
      }
    }
  };
  return {
    Root: (root, { location, report }) => walk(root, location, report),
    ref: (_, { report }, { node, location }) => {
      if (location !== undefined) walk(node, location, report);
    },
  };
}
