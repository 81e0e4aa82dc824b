import {
  type Api,
  buildModel,
  type LoadedDocument,
  nameOperations,
  type Problem,
  problemAt,
} from "@specmill/spec";
import { checkOperations } from "./check-operations.ts";
import { type ClientNames, nameClient } from "./client-names.ts";
import { emitApiReport } from "./emit-api-report.ts";
import { emitClient } from "./emit-client.ts";
import { emitTsconfig, emitTurbo } from "./emit-config.ts";
import { emitDigest } from "./emit-digest.ts";
import { emitIndex } from "./emit-index.ts";
import { emitManifest } from "./emit-manifest.ts";
import { emitModels } from "./emit-models.ts";
import { emitReadme } from "./emit-readme.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitTesting } from "./emit-testing.ts";
import { createTypeEmitter } from "./emit-type.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import type { PackageSettings } from "./package-settings.ts";
import type { PlannedFile } from "./planned-file.ts";
import { type SplitDocument, splitDirections } from "./split-directions.ts";

export type PackagePlan =
  | {
      readonly kind: "planned";
      readonly files: readonly PlannedFile[];
      /** What the package does less well than it should, because of its document. */
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/** Every file of a client package, or why there can be none. Pure: the same input gives the same bytes. */
export function planPackage(loaded: LoadedDocument, settings: PackageSettings): PackagePlan {
  const source = buildModel(loaded.document);
  const problems = checkOperations(source, loaded);
  if (problems.length > 0) return { kind: "failed", problems };
  const split = splitDirections(hoistSchemas(nameOperations(loaded.document)));
  // What is inferred is told by its places in the document as people wrote it.
  const api: Api = { ...buildModel(split.document), inferences: source.inferences };
  const names = nameClient(api, settings.api);
  const typed = tryEmitTyped(api, names, split, settings);
  if (typed.kind === "failed") return { kind: "failed", problems: [tellUntyped(loaded, typed.reason)] };
  const { workspace } = settings;
  const openapi = `${JSON.stringify(loaded.document, null, 2)}\n`;
  const schemas = emitSchemas(api, names, loaded.version, settings);
  const sources = [
    { path: "src/index.ts", content: emitIndex(settings) },
    ...typed.files,
    { path: "src/digest.ts", content: emitDigest(openapi, settings) },
    ...schemas.files,
    emitTesting(api, names, settings),
  ];
  const files = [
    { path: "package.json", content: emitManifest(api, settings) },
    { path: "README.md", content: emitReadme(api, names, settings) },
    { path: "openapi.json", content: openapi },
    { path: "tsconfig.json", content: emitTsconfig(workspace) },
    ...(workspace === undefined ? [] : [{ path: "turbo.json", content: emitTurbo(workspace, settings.api) }]),
    ...sources,
    emitApiReport(sources, settings),
  ];
  const warnings = schemas.omitted.map((message) => problemAt(loaded, "#/openapi", tellUnchecked(message)));
  return { kind: "planned", files, warnings };
}

type Typed =
  | { readonly kind: "emitted"; readonly files: readonly PlannedFile[] }
  | { readonly kind: "failed"; readonly reason: string };

/** openapi-typescript takes a sound document for granted and falls over on another: that is the document's fault. */
function tryEmitTyped(
  api: Api,
  names: ClientNames,
  { document, writeNames }: SplitDocument,
  settings: PackageSettings,
): Typed {
  try {
    const types = createTypeEmitter(document, writeNames);
    const files = [
      { path: "src/client.ts", content: emitClient(api, names, types, settings) },
      { path: "src/models.ts", content: emitModels(api, names, types, settings) },
    ];
    return { kind: "emitted", files };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

function tellUnchecked(message: string) {
  return {
    rule: "schema-not-checked",
    severity: "warning",
    message,
    hint: "The package's `./schemas` let it pass. Mend the schema to have it checked.",
  } as const;
}

function tellUntyped(loaded: LoadedDocument, reason: string): Problem {
  return problemAt(loaded, "#/openapi", {
    rule: "types-not-generated",
    severity: "error",
    message: `No types can be made of the document: ${reason}.`,
    hint: "Run `specmill lint` on the document: it names the place.",
  });
}
