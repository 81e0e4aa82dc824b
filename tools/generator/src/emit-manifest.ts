import type { Api } from "@specmill/spec";
import type { PackageSettings } from "./package-settings.ts";

/** `package.json`. */
export function emitManifest(api: Api, settings: PackageSettings): string {
  const { name, version, license, repository, runtime, workspace } = settings;
  const manifest = {
    name,
    version,
    description: `Typed fetch client for ${api.title}.`,
    ...(license !== undefined && { license }),
    ...(repository !== undefined && {
      repository: { type: "git", url: repository.url, directory: repository.directory },
    }),
    type: "module",
    sideEffects: false,
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./schemas": { types: "./dist/schemas.d.ts", default: "./dist/schemas.js" },
      "./testing": { types: "./dist/testing.d.ts", default: "./dist/testing.js" },
      "./openapi.json": "./openapi.json",
      "./package.json": "./package.json",
    },
    types: "./dist/index.d.ts",
    files: ["dist", "src", "openapi.json"],
    engines: { node: ">=20.19.0" },
    scripts: workspace === undefined ? { build: "tsc", prepack: "tsc" } : workspaceScripts(settings.api),
    dependencies: { "@specmill/runtime": runtime },
    ...(workspace === undefined && { devDependencies: { typescript: ">=5.9.0" } }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function workspaceScripts(api: string): { readonly [script: string]: string } {
  return {
    lint: `specmill lint ${api}`,
    generate: `specmill generate ${api}`,
    build: "tsc",
    test: `vitest run --root ../../specs ${api}/`,
    contract: `specmill contract ${api} --mutate --report .contract`,
  };
}
