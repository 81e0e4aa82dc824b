import {
  buildModel,
  isJsonObject,
  type JsonObject,
  type LoadedDocument,
  nameOperations,
} from "@specmill/spec";
import { nameClient } from "./client-names.ts";
import type { Emission } from "./emission.ts";
import { emitArguments, takesArguments } from "./emit-arguments.ts";
import { emitModels } from "./emit-models.ts";
import { emitResult } from "./emit-result.ts";
import { createTypeEmitter } from "./emit-type.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { createImports } from "./imports.ts";
import { pruneDocument } from "./prune-document.ts";
import { splitDirections } from "./split-directions.ts";

export type OperationTypes =
  | {
      readonly kind: "emitted";
      /** A module of the component schemas that the operations reach. */
      readonly models: string;
      /**
       * A module that exports `Operations`, with a member for each operation: `operation0` is the first, with `given`,
       * an object that has `given` where the operation takes arguments, and `result`. It imports `./models.js` and
       * `@specmill/runtime`.
       */
      readonly operations: string;
      /** What each of the operations answers, in their order. */
      readonly answers: readonly (readonly DocumentedAnswer[])[];
    }
  /** No types can be made of what the operations reach. */
  | { readonly kind: "failed"; readonly reason: string };

/** A status that a result can have. */
export interface DocumentedAnswer {
  readonly status: string;
  /** As the document writes them; none where there is no body. */
  readonly mediaTypes: readonly string[];
}

/**
 * The types of arguments and results that a package of the document has for some of its operations.
 *
 * @param ids - operations as the model names them
 * @throws Error when the document has no such operation
 */
export function emitOperationTypes(loaded: LoadedDocument, ids: readonly string[]): OperationTypes {
  const named = nameOperations(loaded.document);
  const { openapi = "3.1.0", info = {}, paths } = named;
  const roots = { openapi, info, paths: pickOperations(paths, new Set(ids)) };
  const { document, writeNames } = splitDirections(hoistSchemas(pruneDocument(named, roots)));
  const model = buildModel(document);
  const names = nameClient(model, "operations");
  const operations = ids.map((id) => {
    const operation = model.operations.find((known) => known.id === id);
    if (operation === undefined) throw new Error(`The document has no operation ${id}.`);
    return operation;
  });
  try {
    const types = createTypeEmitter(document, writeNames);
    const emission: Emission = { names, imports: createImports(), types };
    const declarations = [...new Set(operations)].flatMap((operation) => [
      ...(takesArguments(operation) === "nothing" ? [] : emitArguments(operation, emission)),
      ...emitResult(operation, emission),
    ]);
    const members = operations.map((operation, index) => {
      const type = names.types.get(operation.id);
      const takes = takesArguments(operation);
      const given = takes === "nothing" ? "" : ` given${takes === "optional" ? "?" : ""}: ${type}Arguments `;
      return `  operation${index}: { given: {${given}}; result: ${type}Result };\n`;
    });
    const settings = { name: "operations", api: "operations", version: "0.0.0", runtime: "*", source: "" };
    return {
      kind: "emitted",
      models: emitModels(model, names, types, settings),
      operations: `${emission.imports.emit()}\n${declarations.join("\n")}\nexport interface Operations {\n${members.join("")}}\n`,
      answers: operations.map(({ method, responses }) =>
        responses.map(({ status, content }) => ({
          status,
          // An answer to HEAD has no body, whatever the document says of one.
          mediaTypes: method === "head" ? [] : content.map(({ type }) => type),
        })),
      ),
    };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The paths of some operations, without the other operations of those paths. */
function pickOperations(paths: unknown, ids: ReadonlySet<string>): JsonObject {
  const items = Object.entries(isJsonObject(paths) ? paths : {}).flatMap(([path, item]) => {
    if (!isJsonObject(item)) return [];
    const isPicked = (member: unknown) => isJsonObject(member) && ids.has(String(member["operationId"]));
    if (!Object.values(item).some(isPicked)) return [];
    const isOther = (member: unknown) => isJsonObject(member) && "operationId" in member && !isPicked(member);
    return [[path, Object.fromEntries(Object.entries(item).filter(([, member]) => !isOther(member)))]];
  });
  return Object.fromEntries(items);
}
