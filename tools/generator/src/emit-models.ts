import type { Api } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { emitHeader } from "./emit-header.ts";
import { toStringLiteral } from "./literals.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `src/models.ts`: a name for each component schema. */
export function emitModels(api: Api, names: ClientNames, settings: PackageSettings): string {
  if (api.schemas.length === 0) return `${emitHeader(settings)}export {};\n`;
  const aliases = api.schemas.map(({ name, description, deprecated }) => {
    const doc = toDocComment([description, deprecated ? "@deprecated" : undefined]);
    return `${doc}export type ${names.schemas.get(name)} = components["schemas"][${toStringLiteral(name)}];\n`;
  });
  return `${emitHeader(settings)}import type { components } from "./types.js";\n\n${aliases.join("\n")}`;
}
