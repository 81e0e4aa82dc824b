import { type JsonObject, nameOperations } from "@specmill/spec";
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import { hoistSchemas } from "./hoist-schemas.ts";

/**
 * Writes the types of a bundled document: `paths`, `components` and `operations`, as openapi-typescript names them.
 *
 * This is the only place that knows openapi-typescript, whose author has ended work on it. Of it only the
 * transformation is used: its entry points would read the document anew and lint it with another engine than ours.
 *
 * @throws Error when openapi-typescript cannot make a type of something in the document
 */
export function generateTypes(document: JsonObject): string {
  const schema = structuredClone(hoistSchemas(nameOperations(document))) as unknown as OpenAPI3;
  return astToString(transformSchema(schema, createContext(schema)));
}

function createContext(schema: OpenAPI3): GlobalContext {
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default is what the server assumes of a property that is left out, so it makes none required.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(schema, { silent: true }),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: (reference) => resolveRef(schema, reference, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (node) =>
      "format" in node && node.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined,
    transformProperty: undefined,
  };
  // `redoc` configures the reading and linting that is left out here; no transformation looks at it.
  return context as GlobalContext;
}
