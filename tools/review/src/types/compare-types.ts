import { emitSchemaTypes, type SchemaTypes } from "@specmill/generator";
import type { LoadedDocument } from "@specmill/spec";
import { comparePairs, type TypeVerdict } from "./compare-pairs.ts";
import type { ProjectFile } from "./with-folder.ts";

/** Two schemas, as JSON pointers into the bundled documents, and which way the values go that they describe. */
export interface TypePair {
  readonly base: string;
  readonly head: string;
  readonly direction: "request" | "response";
}

/**
 * Asks the compiler whether the types that the generator makes of the schemas of two documents still fit: what callers
 * gave before for what is taken now, and what they get now for what they got before.
 *
 * Its silence proves nothing of what no type says, such as a length, a pattern, or a format.
 *
 * @returns a verdict for each pair, in their order
 * @throws Error when a pointer leads nowhere, or the compiler does not work
 */
export async function compareTypes(
  base: LoadedDocument,
  head: LoadedDocument,
  pairs: readonly TypePair[],
): Promise<readonly TypeVerdict[]> {
  if (pairs.length === 0) return [];
  const before = emitSchemaTypes(
    base,
    pairs.map(({ base: pointer, direction }) => ({ pointer, direction })),
  );
  const after = emitSchemaTypes(
    head,
    pairs.map(({ head: pointer, direction }) => ({ pointer, direction })),
  );
  if (before.kind === "failed" || after.kind === "failed") return pairs.map(() => ({ kind: "unknown" }));
  return comparePairs(
    pairs.map(({ direction }, index) => ({
      base: `Base["place${index}"]`,
      head: `Head["place${index}"]`,
      direction,
    })),
    'import type { Places as Base } from "./base/places.js";\nimport type { Places as Head } from "./head/places.js";\n',
    [...writeModules("base", before), ...writeModules("head", after)],
  );
}

function writeModules(
  side: "base" | "head",
  { models, places }: Extract<SchemaTypes, { kind: "emitted" }>,
): readonly ProjectFile[] {
  return [
    { path: `${side}/models.ts`, content: models },
    { path: `${side}/places.ts`, content: places },
  ];
}
