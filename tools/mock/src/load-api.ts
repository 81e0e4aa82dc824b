import { displayPath, loadDocument, type Problem } from "@specmill/spec";
import { checkDocument } from "./check-document.ts";
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
    return { kind: "failed", problems: faults.map((fault) => problemOf(file, fault)), files };
  }
  let operations: readonly Operation[];
  try {
    operations = await createOperations(served);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const fault = {
      rule: "mock-unreadable",
      message: `The mock cannot read the document: ${error.message.split("\n", 1)[0]}`,
      hint: "Lint the document; what the linter finds is likely the cause.",
    };
    return { kind: "failed", problems: [problemOf(file, fault)], files };
  }
  return { kind: "loaded", routes: createRoutes(operations), files };
}

function problemOf(file: string, fault: Pick<Problem, "rule" | "message" | "hint">): Problem {
  return { severity: "error", ...fault, file: displayPath(file), line: 1, column: 1 };
}
