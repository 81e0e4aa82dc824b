import { followReference, isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import {
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  scanDiscriminators,
  transformSchemaObject,
} from "openapi-typescript";
import type ts from "typescript";
import { componentReference } from "./component-name.ts";
import { cutCycles } from "./cut-cycles.ts";
import { describeSchema } from "./describe-schema.ts";
import { prepareSchema, type Reading } from "./prepare-schema.ts";
import { printType } from "./print-type.ts";
import { findBases, findOwnTag, type NamesInDocument, spellOutMappings } from "./settle-discriminators.ts";

/** Where a type is written. */
export interface TypePlace {
  /** What a component schema is called there. */
  readonly reference: (component: string) => string;
  /** What a type of the platform or of TypeScript is called there; its own name unless set. */
  readonly builtin?: (name: string) => string;
  /** Whether it is what a caller gives: then a `Date` will do for its text, and no list has to be one that can change. */
  readonly given?: boolean;
}

/** Makes types of the schemas of one document: lines that start at the first column. */
export interface TypeEmitter {
  /** The type of a component schema. */
  emitComponent(name: string, place: TypePlace): string;
  /** The type of a schema that stands in an operation; `unknown` where there is none. */
  emit(schema: JsonValue | undefined, place: TypePlace): string;
  /** The object that a schema is, behind its references. */
  follow(schema: JsonValue | undefined): JsonObject;
}

/**
 * Makes the emitter of types for a document whose schemas refer to component schemas alone.
 *
 * This is the only place that knows openapi-typescript, whose author has ended work on it. Of it only the
 * transformation of a schema is used: its entry points would read the document anew, lint it with another engine than
 * ours, and name types by indices into one large type.
 *
 * @param writeNames - what `splitDirections` calls the request flavours; a discriminator's values are not of them
 *
 * What it makes throws an Error when openapi-typescript cannot make a type of something in the document.
 */
export function createTypeEmitter(
  document: JsonObject,
  writeNames: ReadonlyMap<string, string> = new Map(),
): TypeEmitter {
  const namesInDocument = new Map([...writeNames].map(([name, writeName]) => [writeName, name]));
  const own = settle(document, namesInDocument);
  const schema = own as unknown as OpenAPI3;
  const components = objectAt(objectAt(own, "components"), "schemas");
  const bases = findBases(components);
  // It writes into the schemas that a mapping names which value they have.
  const { refsHandled } = scanDiscriminators(schema, { silent: true });
  const documented = new WeakMap<ts.PropertySignature, JsonObject>();
  const createContext = (immutable: boolean): GlobalContext => {
    const context: Omit<GlobalContext, "redoc"> = {
      additionalProperties: false,
      alphabetize: false,
      arrayLength: false,
      conditionalEnums: false,
      dedupeEnums: false,
      // A default is what the server assumes of a property that is left out, so it makes none required.
      defaultNonNullable: false,
      // With these, openapi-typescript would take the property from every heir, and give it back to few of them.
      discriminators: { objects: {}, refsHandled: [] },
      emptyObjectsUnknown: true,
      enum: false,
      enumValues: false,
      excludeDeprecated: false,
      exportType: false,
      generatePathParams: false,
      immutable,
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
      transform: undefined,
      transformProperty: (property, described) => {
        documented.set(property, followReference(own, described as unknown as JsonObject));
        return undefined;
      },
    };
    // `redoc` configures the reading and linting that is left out here; no transformation looks at it.
    return context as GlobalContext;
  };
  const changing = createContext(false);
  const lasting = createContext(true);
  const emit = (value: JsonValue, path: string, place: TypePlace): string => {
    const { reference, builtin = String, given = false } = place;
    const reading: Reading = { dates: given };
    const node = transformSchemaObject(prepareSchema(value, reading) as unknown as SchemaObject, {
      ctx: given ? lasting : changing,
      path,
    });
    return printType(node, {
      reference,
      builtin,
      describe: (property) => describeSchema(withoutAdvertisement(documented.get(property) ?? {})),
    });
  };
  return {
    emitComponent(name, place) {
      const pointer = componentReference(name);
      const tag = refsHandled.includes(pointer)
        ? undefined
        : findOwnTag(name, components, bases, namesInDocument);
      const component = components[name] ?? true;
      return emit(tag === undefined ? component : withTag(component, tag), pointer, place);
    },
    emit: (value, place) => emit(value ?? true, "#/inline", place),
    follow: (value) => followReference(own, value),
  };
}

/** A copy of a document in which no component is made of itself, and every mapping of a discriminator is a reference. */
function settle(document: JsonObject, namesInDocument: NamesInDocument): JsonObject {
  const components = objectAt(document, "components");
  const schemas = cutCycles(objectAt(components, "schemas"));
  const changed = { ...document, components: { ...components, schemas } };
  return objectOf(spellOutMappings(changed, new Set(Object.keys(schemas)), namesInDocument));
}

function withTag(schema: JsonValue, { property, value }: { property: string; value: string }): JsonValue {
  const { allOf, ...rest } = objectOf(schema);
  const own = { type: "object", required: [property], properties: { [property]: { enum: [value] } } };
  return { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), own] };
}

function objectAt(owner: JsonObject, key: string): JsonObject {
  return objectOf(owner[key]);
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The scan for discriminators describes what it adds by its own name; the type itself tells as much. */
function withoutAdvertisement(schema: JsonObject): JsonObject {
  const { description, ...rest } = schema;
  if (typeof description !== "string") return schema;
  const own = description
    .replace(
      /^discriminator enum property added by openapi-typescript$/,
      "Tells which of the alternatives this is.",
    )
    .replace(/ \(enum property replaced by openapi-typescript\)$/, "");
  return { ...rest, description: own };
}
