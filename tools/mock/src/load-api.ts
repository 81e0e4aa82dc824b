import { type LoadedDocument, loadDocument, type Problem, problemAt } from "@specmill/spec";
import { checkDocument, type DocumentFault } from "./check-document.ts";
import { createRoutes, type Route } from "./match-operation.ts";
import { normaliseDocument } from "./normalise-document.ts";
import type { Operation } from "./operation.ts";
import { createOperations } from "./prism-adapter.ts";

export type LoadedApi =
  | { readonly kind: "loaded"; readonly routes: readonly Route[]; readonly files: readonly string[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[]; readonly files: readonly string[] };

/**
 * Reads one API from disk and makes it ready to serve.
 *
 * @param file - path of the root document
 * @returns its routes, or the problems that keep it from being served; either way the files that matter
 */
export async function loadApi(file: string): Promise<LoadedApi> {
  const result = await loadDocument(file);
  if (result.kind === "failed") return result;
  const { document, files } = result.loaded;
  const served = normaliseDocument(document);
  const faults = checkDocument(served);
  if (faults.length > 0) {
    return { kind: "failed", problems: faults.map((fault) => problemOf(result.loaded, fault)), files };
  }
  let operations: readonly Operation[];
  try {
    operations = await createOperations(served);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const fault = {
      pointer: "#/openapi",
      rule: "mock-unreadable",
      message: `The mock cannot read the document: ${error.message.split("\n", 1)[0]}`,
      hint: "Lint the document; what the linter finds is likely the cause.",
    };
    return { kind: "failed", problems: [problemOf(result.loaded, fault)], files };
  }
  return { kind: "loaded", routes: createRoutes(operations), files };
}

function problemOf(loaded: LoadedDocument, { pointer, ...fault }: DocumentFault): Problem {
  return problemAt(loaded, pointer, { severity: "error", ...fault });
}
