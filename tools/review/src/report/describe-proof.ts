import type { Axis } from "../change.ts";
import type { Finding, Proof } from "../finding.ts";
import type { JoinedFinding } from "./join-axes.ts";
import { code, endPieces, type Piece, readSentence, shortenPieces, text } from "./report-piece.ts";
import { formatValue, listWords } from "./report-text.ts";

/** Of the places in a consumer's code. */
const mostPlaces = 3;
const longestReason = 300;

/**
 * What shows a change to be as it is told, in sentences: `PATCH /profiles/{userId}` with `{"name":"x"}` was allowed;
 * now: `name` must be longer. The payload comes first, then the compiler, then what follows by rule for one axis alone.
 *
 * @param requests - method and path by the name of an operation
 * @param longest - of a payload, in characters; the middle of a longer one is left out
 * @returns nothing where all of it follows by rule
 */
export function describeProofs(
  { findings }: JoinedFinding,
  requests: ReadonlyMap<string, string>,
  longest: number,
): readonly (readonly Piece[])[] {
  if (findings.every(({ proof }) => proof === undefined)) return [];
  return findings
    .toSorted((a, b) => rank(a) - rank(b))
    .map((finding) => endPieces(describeProof(finding, requests, longest)));
}

function rank({ proof }: Finding): number {
  return proof === undefined ? 2 : proof.kind === "value" ? 0 : 1;
}

function describeProof(
  finding: Finding,
  requests: ReadonlyMap<string, string>,
  longest: number,
): readonly Piece[] {
  const { proof, axis } = finding;
  switch (proof?.kind) {
    case undefined:
      return [text(byRule[axis])];
    case "value":
      return describeValue(proof, finding, requests, longest);
    case "compiler":
      return describeCompiler(proof, finding, longest);
  }
}

const byRule: Readonly<Record<Axis, string>> = {
  wire: "On the wire it follows by rule",
  source: "For code that uses the package it follows by rule",
};

type ValueProof = Extract<Proof, { kind: "value" }>;
type CompilerProof = Extract<Proof, { kind: "compiler" }>;

function describeValue(
  proof: ValueProof,
  { direction, operations }: Finding,
  requests: ReadonlyMap<string, string>,
  longest: number,
): readonly Piece[] {
  const value = code(formatValue(proof.value, longest));
  const reason = shortenPieces(readSentence(proof.reason), longestReason);
  const [then, now] = verdicts[direction ?? "request"][proof.refusedBy];
  return [...describeSubject(proof.of, operations, requests), value, text(` ${then}; ${now}: `), ...reason];
}

/** What was said of the value, and which side it is that refuses it. */
const verdicts = {
  request: { head: ["was allowed", "now"], base: ["is allowed now", "before"] },
  response: { head: ["could come", "now"], base: ["may come now", "before"] },
} as const;

/** Where the value stands; by method and path where they are known: "body of updateProfile". */
function describeSubject(
  of: string,
  operations: readonly string[],
  requests: ReadonlyMap<string, string>,
): readonly Piece[] {
  const operation = operations
    .filter((name) => of.endsWith(` of ${name}`))
    .reduce<string | undefined>(
      (found, name) => (found !== undefined && found.length > name.length ? found : name),
      undefined,
    );
  if (operation === undefined) return [text(`${of}: `)];
  const part = of.slice(0, of.length - " of ".length - operation.length);
  const request = code(requests.get(operation) ?? operation);
  return [request, text(part === "body" ? " with " : ` with ${part} `)];
}

/** Whoever reads it has read what changed just before. */
function describeCompiler(
  { message, places }: CompilerProof,
  finding: Finding,
  longest: number,
): readonly Piece[] {
  if (places.length === 0 && message === finding.message)
    return [text("The compiler says the same of the types")];
  const left = places.length - mostPlaces;
  const words = places.slice(0, mostPlaces);
  const named = left > 0 ? [...words, `${left} more`] : words;
  const where = named.length === 0 ? [] : [text(` (${listWords(named)})`)];
  return [text("The compiler: "), ...shortenPieces(readSentence(message), Math.max(longest, 100)), ...where];
}
