import { emitHeader } from "./emit-header.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `src/index.ts`: everything that the package exports. */
export function emitIndex(settings: PackageSettings): string {
  return [
    emitHeader(settings),
    'export * from "./client.js";\n',
    'export type * from "./models.js";\n',
    'export type { components, operations, paths } from "./types.js";\n',
  ].join("");
}
