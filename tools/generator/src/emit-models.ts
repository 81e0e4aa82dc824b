import type { Api, NamedSchema } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { declareType } from "./declare-type.ts";
import { describeSchema } from "./describe-schema.ts";
import { emitHeader } from "./emit-header.ts";
import type { TypeEmitter } from "./emit-type.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `src/models.ts`: a named type for each component schema. */
export function emitModels(
  api: Api,
  names: ClientNames,
  types: TypeEmitter,
  settings: PackageSettings,
): string {
  if (api.schemas.length === 0) return `${emitHeader(settings)}export {};\n`;
  const taken = new Set(names.schemas.values());
  const place = {
    reference: (component: string) => names.schemas.get(component) ?? "unknown",
    // A document may have a `Blob` of its own.
    builtin: (name: string) => (taken.has(name) ? `globalThis.${name}` : name),
  };
  const declarations = api.schemas.map(({ name, schema }: NamedSchema) =>
    declareType(
      names.schemas.get(name) ?? "",
      toDocComment(describeSchema(types.follow(schema))),
      types.emitComponent(name, place),
    ),
  );
  return `${emitHeader(settings)}${declarations.join("\n")}`;
}
