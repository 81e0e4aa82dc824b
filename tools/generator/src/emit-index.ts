import { emitHeader } from "./emit-header.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `src/index.ts`: everything that the package exports, and what of the runtime its users have at hand. */
export function emitIndex(settings: PackageSettings): string {
  return [
    emitHeader(settings),
    'export { CallError, unwrap } from "@specmill/runtime";\n',
    'export type { CallEvent, CallOptions, Credential, Failure } from "@specmill/runtime";\n',
    'export * from "./client.js";\n',
    'export { specDigest } from "./digest.js";\n',
    'export type * from "./models.js";\n',
  ].join("");
}
