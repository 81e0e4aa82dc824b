import type { JsonObject } from "@specmill/spec";
import { decideBranches } from "./decide-branches.ts";
import { dropCallbacks } from "./drop-callbacks.ts";
import { flattenNullParameters } from "./flatten-null-parameters.ts";
import { injectDialect } from "./inject-dialect.ts";
import { moderniseSchemas } from "./modernise-schemas.ts";
import type { Rewritten } from "./rewrite.ts";
import { spellOutStyles } from "./spell-out-styles.ts";
import { listDirections } from "./split-directions.ts";
import { unifyPatterns } from "./unify-patterns.ts";

/** Each makes one thing be read as OpenAPI means it; none changes what the document says, nor where it says it. */
const steps: readonly ((document: JsonObject) => Rewritten)[] = [
  injectDialect,
  dropCallbacks,
  spellOutStyles,
  flattenNullParameters,
  decideBranches,
  moderniseSchemas,
  unifyPatterns,
];

/**
 * The copy of a bundled document that is to be served, and how it differs from the document. Every schema stands where
 * it stood. What differs by direction stays in it and is told apart when a schema is compiled (`flavourSchema`).
 */
export function normaliseDocument(document: JsonObject): Rewritten {
  const rewritten = steps.reduce<Rewritten>(
    (before, step) => {
      const after = step(before.document);
      return { document: after.document, rewrites: [...before.rewrites, ...after.rewrites] };
    },
    { document, rewrites: [] },
  );
  return { ...rewritten, rewrites: [...rewritten.rewrites, ...listDirections(document)] };
}
