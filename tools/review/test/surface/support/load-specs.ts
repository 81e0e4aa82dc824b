import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findApis, type LoadedDocument, loadDocument } from "@specmill/spec";

/** The documents of this house, by name. */
export async function loadSpecs(): Promise<
  readonly { readonly name: string; readonly loaded: LoadedDocument }[]
> {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../../../../..");
  const apis = await findApis(root);
  return await Promise.all(
    apis.map(async ({ name, file }) => {
      const result = await loadDocument(file);
      if (result.kind === "failed") throw new Error(`${name} cannot be loaded`);
      return { name, loaded: result.loaded };
    }),
  );
}
