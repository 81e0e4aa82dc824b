import { buildModel, type LoadedDocument, nameOperations, type Problem, problemAt } from "@specmill/spec";
import ts from "typescript";
import { checkOperations } from "./check-operations.ts";
import { nameClient } from "./client-names.ts";
import { emitClient } from "./emit-client.ts";
import { createTypeEmitter } from "./emit-type.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { splitDirections } from "./split-directions.ts";

export type ClientSource =
  | { readonly kind: "emitted"; readonly source: string }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/**
 * The text of a package's `src/client.ts`, without the rest of the package, of which the schemas take the longest.
 *
 * @param api - what names are made of: `upsun-profile` gives `createUpsunProfileClient`
 */
export function emitClientSource(loaded: LoadedDocument, api: string): ClientSource {
  const problems = checkOperations(buildModel(loaded.document), loaded);
  if (problems.length > 0) return { kind: "failed", problems };
  const { document, writeNames } = splitDirections(hoistSchemas(nameOperations(loaded.document)));
  const model = buildModel(document);
  const settings = { name: api, api, version: "0.0.0", runtime: "*", source: `${api}/openapi.yaml` };
  try {
    const types = createTypeEmitter(document, writeNames);
    return { kind: "emitted", source: emitClient(model, nameClient(model, api), types, settings) };
  } catch (error) {
    return { kind: "failed", problems: [tellUnwritten(loaded, error)] };
  }
}

/**
 * The JavaScript of a generated client's module: an ES module, its comments left out, one statement after another.
 *
 * @param source - the text of `src/client.ts`
 */
export function compileClient(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      removeComments: true,
      verbatimModuleSyntax: true,
    },
  });
  return outputText;
}

/** What makes types takes a sound document for granted and falls over on another: that is the document's fault. */
function tellUnwritten(loaded: LoadedDocument, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return problemAt(loaded, "#/openapi", {
    rule: "types-not-generated",
    severity: "error",
    message: `No client can be made of the document: ${reason}.`,
    hint: "Run `specmill lint` on the document: it names the place.",
  });
}
