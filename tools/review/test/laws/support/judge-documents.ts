import { createOracle, type Direction, type Oracle } from "@specmill/oracle";
import {
  buildModel,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  type LoadedDocument,
  type Operation,
  resolvePointer,
} from "@specmill/spec";
import type { Change } from "../../../src/change.ts";
import { judgeWire } from "../../../src/judge/judge-wire.ts";
import type { JudgedChange } from "../../../src/judge/judged-change.ts";
import { createSchemaComparer } from "../../../src/schema/compare-schemas.ts";
import { findCounterexamples } from "../../../src/search/find-counterexamples.ts";
import { compareSurfaces } from "../../../src/surface/compare-surfaces.ts";
import { matchOperations } from "../../../src/surface/match-operations.ts";

/** Two documents, with what is found between them. */
export interface Judged {
  readonly base: Oracle;
  readonly head: Oracle;
  readonly changes: readonly Change[];
  readonly wire: readonly JudgedChange[];
}

export function compareLoaded(base: LoadedDocument, head: LoadedDocument): readonly Change[] {
  return compareSurfaces(base, head, createSchemaComparer(base, head));
}

/** Compares and judges as the review does along the wire. */
export function judgeDocuments(base: LoadedDocument, document: JsonObject): Judged {
  const head = { ...base, document };
  const changes = compareLoaded(base, head);
  const oracles = { base: createOracle(base.document), head: createOracle(document) };
  return { ...oracles, changes, wire: judgeWire(changes, oracles.base, oracles.head) };
}

/** Those findings that would stop a merge. */
export function listGating(wire: readonly JudgedChange[]): readonly JudgedChange[] {
  return wire.filter(({ impact, status }) => impact === "breaking" && status !== "suspected");
}

export function tellFinding({ change, impact, status, proof }: JudgedChange): string {
  const shown = proof?.kind === "value" ? ` ${JSON.stringify(proof.value)} (${proof.reason})` : "";
  return `${impact} ${status} ${change.rule} ${change.comparison}: ${change.message}${shown}`;
}

/** A whole body that an operation takes or gives in both documents. */
interface WholeBody {
  readonly operation: string;
  readonly direction: Direction;
  readonly base: string;
  readonly head: string;
}

/** The bodies of all operations that both documents know of the same operation, status and media type, and that differ. */
function listBodies(base: JsonObject, head: JsonObject): readonly WholeBody[] {
  const { both } = matchOperations(buildModel(base).operations, buildModel(head).operations);
  return both.flatMap((pair) => {
    const [before, after] = [listContents(pair.base), listContents(pair.head)];
    return [...before].flatMap(([key, { pointer, direction }]): readonly WholeBody[] => {
      const other = after.get(key);
      if (other === undefined) return [];
      const places = { base: joinPointer(pointer, "schema"), head: joinPointer(other.pointer, "schema") };
      const [was, is] = [resolvePointer(base, places.base), resolvePointer(head, places.head)];
      if (was === undefined || is === undefined) return [];
      if (spellOut(base, was) === spellOut(head, is)) return [];
      return [{ operation: pair.head.id, direction, ...places }];
    });
  });
}

/** A value with everything that it refers to; what refers to itself is cut. */
function spellOut(document: JsonObject, value: JsonValue): string {
  const seen = new Set<string>();
  const visit = (one: JsonValue): JsonValue => {
    if (Array.isArray(one)) return one.map(visit);
    if (!isJsonObject(one)) return one;
    const { $ref: reference, ...rest } = one;
    const own = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, visit(member)]));
    if (typeof reference !== "string") return own;
    if (seen.has(reference)) return { ...own, $ref: reference };
    seen.add(reference);
    return { ...own, target: visit(resolvePointer(document, reference) ?? null) };
  };
  return JSON.stringify(visit(value));
}

type Content = readonly [string, { readonly pointer: string; readonly direction: Direction }];

function listContents({ requestBody, responses }: Operation): ReadonlyMap<Content[0], Content[1]> {
  const asked = (requestBody?.content ?? []).map(
    ({ type, pointer }): Content => [`request ${type}`, { pointer, direction: "request" }],
  );
  const answered = responses.flatMap(({ status, content }) =>
    content.map(({ type, pointer }): Content => [`${status} ${type}`, { pointer, direction: "response" }]),
  );
  return new Map([...asked, ...answered]);
}

/** Bodies of which a value tells base and head apart to the harm of callers, although no finding says so. */
export function listUnsaid(base: LoadedDocument, judged: Judged): readonly string[] {
  const gating = listGating(judged.wire);
  return listBodies(base.document, judged.head.document).flatMap(({ operation, direction, ...pointers }) => {
    const isSaid = gating.some(
      ({ change }) =>
        change.operations.includes(operation) &&
        (change.direction === undefined || change.direction === direction),
    );
    if (isSaid) return [];
    const before = { oracle: judged.base, pointer: pointers.base };
    const after = { oracle: judged.head, pointer: pointers.head };
    const [allowing, refusing] = direction === "request" ? [before, after] : [after, before];
    const { examples } = findCounterexamples(allowing, refusing, direction);
    const [first] = examples;
    const told = judged.wire.map(tellFinding).join("; ");
    return first === undefined
      ? []
      : [
          `${direction} of ${operation}: ${JSON.stringify(first.value)} (${first.faults[0]?.message}); told: ${told}`,
        ];
  });
}

/** Proofs that prove nothing: what one side was said to allow and the other to refuse, and does not. */
export function listIdleProofs({ base, head, wire }: Judged): readonly string[] {
  return wire.flatMap((finding) => {
    const { change, proof, status } = finding;
    const { direction, part, schemas } = change;
    if (proof?.kind !== "value") return status === "proved" ? [`no proof: ${tellFinding(finding)}`] : [];
    const isWhole = /^(body|parameter|header) /.test(proof.of);
    const pointers = isWhole ? part?.schemas : schemas;
    if (pointers === undefined || direction === undefined) return [`no place: ${tellFinding(finding)}`];
    const allows = {
      base: base.allows(pointers.base, direction, proof.value),
      head: head.allows(pointers.head, direction, proof.value),
    };
    const other = proof.refusedBy === "base" ? "head" : "base";
    const isRight = (proof.refusedBy === "head") === (direction === "request");
    return allows[other] && !allows[proof.refusedBy] && isRight ? [] : [tellFinding(finding)];
  });
}
