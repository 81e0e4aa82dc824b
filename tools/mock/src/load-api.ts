import { type LoadedDocument, loadDocument, type Problem, problemAt } from "@specmill/spec";
import type { DocumentFault } from "./document-fault.ts";
import type { Route } from "./match-operation.ts";
import { serveDocument } from "./serve-document.ts";

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
  const served = await serveDocument(document);
  return served.kind === "failed"
    ? { kind: "failed", problems: served.faults.map((fault) => problemOf(result.loaded, fault)), files }
    : { kind: "loaded", routes: served.routes, files };
}

function problemOf(loaded: LoadedDocument, { pointer, ...fault }: DocumentFault): Problem {
  return problemAt(loaded, pointer, { severity: "error", ...fault });
}
