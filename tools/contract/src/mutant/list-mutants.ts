import { type Api, isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import type { Draft } from "./draft-mutant.ts";
import { toCanonical } from "./edit-document.ts";
import { judgeMutant } from "./judge-mutant.ts";
import { listPlaces } from "./list-places.ts";
import type { Mutant } from "./mutant.ts";
import { mutateBodies } from "./mutate-body.ts";
import { mutateOperations } from "./mutate-operation.ts";
import { mutateParameters } from "./mutate-parameter.ts";
import { mutateResponses } from "./mutate-response.ts";
import { mutateSchema } from "./mutate-schema.ts";
import { mutateSecurity } from "./mutate-security.ts";

/**
 * Every way to change one thing of a document that its exchanges come to, judged for what it means to whoever relies on
 * the document. In the order of the document, and at one place in that of the operators.
 *
 * @param document - bundled; it is never changed
 * @param api - the model of the same document
 */
export function listMutants(document: JsonObject, api: Api): readonly Mutant[] {
  const places = listPlaces(document, api);
  const drafts = [
    ...mutateOperations(document, api),
    ...mutateParameters(document, api, places),
    ...mutateBodies(document, api),
    ...mutateSecurity(document, api),
    ...mutateResponses(document, api, places),
    ...[...places.values()].flatMap(mutateSchema),
  ].map((draft) => ({ ...draft, pointer: toCanonical(draft.pointer) }));
  const order = orderOf(document);
  const rank = ({ pointer }: Draft) => order.get(pointer) ?? 0;
  const retyped = new Set(drafts.filter(isRetype).map(({ pointer }) => pointer));
  const listed = drafts
    // What is retyped as a whole need not be retyped once more as a schema.
    .filter(
      ({ subject, pointer }) =>
        subject.operator !== "type-change" || !retyped.has(pointer.replace(/\/type$/, "")),
    )
    .sort((a, b) => rank(a) - rank(b) || compare(idOf(a), idOf(b)));
  return uniteSame(listed).map((draft) => toMutant(document, draft));
}

/** What several operations share is changed once, for all of them. */
function uniteSame(drafts: readonly Draft[]): readonly Draft[] {
  const united = new Map<string, Draft>();
  for (const draft of drafts) {
    const others = united.get(idOf(draft))?.operations ?? [];
    united.set(idOf(draft), { ...draft, operations: [...new Set([...others, ...draft.operations])] });
  }
  return [...united.values()];
}

function toMutant(document: JsonObject, draft: Draft): Mutant {
  const { subject, pointer, change, operations, edit } = draft;
  return {
    id: idOf(draft),
    operator: subject.operator,
    pointer,
    change,
    operations,
    ...judgeMutant(subject),
    apply: () => edit(document),
  };
}

function idOf({ subject, pointer, detail }: Draft): string {
  return [subject.operator, pointer, ...(detail === undefined ? [] : [detail])].join(" ");
}

function isRetype({ subject: { operator } }: Draft): boolean {
  return operator === "parameter-retype" || operator === "header-retype";
}

/** The place of each part of a document among all of them. */
function orderOf(document: JsonObject): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const visit = (value: JsonValue, pointer: string): void => {
    order.set(pointer, order.size);
    const parts = Array.isArray(value) || isJsonObject(value) ? Object.entries<JsonValue>(value) : [];
    for (const [key, part] of parts) visit(part, joinPointer(pointer, key));
  };
  visit(document, "#");
  return order;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
