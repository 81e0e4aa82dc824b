import {
  buildModel,
  type JsonObject,
  type JsonValue,
  type LoadedDocument,
  resolvePointer,
} from "@specmill/spec";
import { nameClient } from "./client-names.ts";
import { componentName } from "./component-name.ts";
import { spaced } from "./declare-type.ts";
import { emitModels } from "./emit-models.ts";
import { createTypeEmitter } from "./emit-type.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { indentLines } from "./indent-lines.ts";
import { pruneDocument } from "./prune-document.ts";
import { splitDirections } from "./split-directions.ts";

/** A schema of a document, and which way the values go that it describes. */
export interface TypedPlace {
  /** JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly direction: "request" | "response";
}

export type SchemaTypes =
  | {
      readonly kind: "emitted";
      /** A module of the component schemas that the places reach. */
      readonly models: string;
      /** A module that exports `Places`, with a member for each place: `place0` is the first. It imports `./models.js`. */
      readonly places: string;
    }
  /** No types can be made of what the places reach. */
  | { readonly kind: "failed"; readonly reason: string };

/**
 * The types that a package of the document has for single schemas of it, as they travel in one direction. Only what the
 * schemas reach is made a type.
 *
 * @throws Error when a pointer leads nowhere
 */
export function emitSchemaTypes({ document }: LoadedDocument, places: readonly TypedPlace[]): SchemaTypes {
  const split = splitDirections(hoistSchemas(pruneDocument(document, lookUp(document, places))));
  const model = buildModel(split.document);
  const names = nameClient(model, "place");
  const settings = { name: "places", api: "place", version: "0.0.0", runtime: "*", source: "a document" };
  try {
    const types = createTypeEmitter(split.document, split.writeNames);
    const reference = (component: string) => {
      const name = names.schemas.get(component);
      return name === undefined ? "unknown" : `models.${name}`;
    };
    const declared = places.map((_, index) => {
      const schema = resolvePointer(split.document, `#/${holders.request}/${index}/schema`);
      const other = resolvePointer(split.document, `#/${holders.response}/${index}/schema`);
      return indentLines(
        `\nreadonly place${index}:${spaced(types.emit(schema ?? other, { reference }))};`,
        "  ",
      );
    });
    return {
      kind: "emitted",
      models: emitModels(model, names, types, settings),
      places: `import type * as models from "./models.js";\n\nexport interface Places {${declared.join("")}\n}\n`,
    };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Members of a document whose schemas are split by direction. */
const holders = { request: "requestBodies", response: "responses" } as const;

function lookUp(document: JsonObject, places: readonly TypedPlace[]): JsonObject {
  const schemas = places.map(({ pointer, direction }, index) => {
    const schema = resolvePointer(document, pointer);
    if (schema === undefined) throw new Error(`Nothing stands at ${pointer}.`);
    // A component may have another type than the same words have elsewhere.
    const isComponent = componentName(pointer) !== undefined;
    const said: JsonValue = isComponent ? { $ref: pointer } : schema;
    return { direction, entry: [String(index), { schema: said }] as const };
  });
  const of = (wanted: TypedPlace["direction"]): { readonly [index: string]: JsonValue } =>
    Object.fromEntries(schemas.filter(({ direction }) => direction === wanted).map(({ entry }) => entry));
  return { [holders.request]: of("request"), [holders.response]: of("response") };
}
