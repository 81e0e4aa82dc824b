import type { JsonObject, LoadedDocument } from "@specmill/spec";
import { loadSpecs } from "../../surface/support/load-specs.ts";
import { petsDocument } from "../../surface/support/pets-document.ts";
import { keywordsDocument } from "./keywords-document.ts";

/** The five documents of this house, and two that have what they lack: webhooks, callbacks, forms; and keywords. */
export async function loadDocuments(): Promise<
  readonly { readonly name: string; readonly loaded: LoadedDocument }[]
> {
  const specs = await loadSpecs();
  return [
    ...specs,
    { name: "pets", loaded: asLoaded(petsDocument) },
    { name: "keywords", loaded: asLoaded(keywordsDocument) },
  ];
}

/** A document as though it had been read from a file. */
export function asLoaded(document: JsonObject, version: "3.0" | "3.1" = "3.1"): LoadedDocument {
  return { file: "/openapi.yaml", text: "", version, document, files: ["/openapi.yaml"] };
}
