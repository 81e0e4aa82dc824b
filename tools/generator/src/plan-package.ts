import { buildModel, type LoadedDocument, type Problem, problemAt } from "@specmill/spec";
import { checkOperations } from "./check-operations.ts";
import { nameClient } from "./client-names.ts";
import { emitClient } from "./emit-client.ts";
import { emitTsconfig, emitTurbo } from "./emit-config.ts";
import { emitHeader } from "./emit-header.ts";
import { emitIndex } from "./emit-index.ts";
import { emitManifest } from "./emit-manifest.ts";
import { emitModels } from "./emit-models.ts";
import { emitReadme } from "./emit-readme.ts";
import { generateTypes } from "./generate-types.ts";
import type { PackageSettings } from "./package-settings.ts";
import type { PlannedFile } from "./planned-file.ts";

export type PackagePlan =
  | { readonly kind: "planned"; readonly files: readonly PlannedFile[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/** Every file of a client package, or why there can be none. Pure: the same input gives the same bytes. */
export function planPackage(loaded: LoadedDocument, settings: PackageSettings): PackagePlan {
  const api = buildModel(loaded.document);
  const problems = checkOperations(api, loaded);
  if (problems.length > 0) return { kind: "failed", problems };
  const types = tryGenerateTypes(loaded);
  if (types.kind === "failed") return types;
  const names = nameClient(api, settings.api);
  const { workspace } = settings;
  const files = [
    { path: "package.json", content: emitManifest(api, settings) },
    { path: "README.md", content: emitReadme(api, names, settings) },
    { path: "openapi.json", content: `${JSON.stringify(loaded.document, null, 2)}\n` },
    { path: "tsconfig.json", content: emitTsconfig(workspace) },
    ...(workspace === undefined ? [] : [{ path: "turbo.json", content: emitTurbo(workspace, settings.api) }]),
    { path: "src/client.ts", content: emitClient(api, names, settings) },
    { path: "src/index.ts", content: emitIndex(settings) },
    { path: "src/models.ts", content: emitModels(api, names, settings) },
    { path: "src/types.ts", content: emitHeader(settings) + types.text },
  ];
  return { kind: "planned", files };
}

type Types = { readonly kind: "generated"; readonly text: string } | Extract<PackagePlan, { kind: "failed" }>;

/** openapi-typescript takes a sound document for granted and falls over on another: that is the document's fault. */
function tryGenerateTypes(loaded: LoadedDocument): Types {
  try {
    return { kind: "generated", text: generateTypes(loaded.document) };
  } catch (error) {
    const fault = {
      rule: "types-not-generated",
      severity: "error",
      message: `No types can be made of the document: ${error instanceof Error ? error.message : String(error)}.`,
      hint: "Run `specmill lint` on the document: it names the place.",
    } as const;
    return { kind: "failed", problems: [problemAt(loaded, "#/openapi", fault)] };
  }
}
