import type { ClientNames } from "./client-names.ts";
import type { TypeEmitter } from "./emit-type.ts";
import type { Imports } from "./imports.ts";

/** What the emitters of `src/client.ts` share. */
export interface Emission {
  readonly names: ClientNames;
  /** Of the file under way. */
  readonly imports: Imports;
  readonly types: TypeEmitter;
}

/** What a component schema is called in a file that has all models under one name. */
export function referToModel({ names, imports }: Emission): (component: string) => string {
  return (component) => {
    const model = names.schemas.get(component);
    return model === undefined ? "unknown" : `${imports.namespace("models", "./models.js")}.${model}`;
  };
}
