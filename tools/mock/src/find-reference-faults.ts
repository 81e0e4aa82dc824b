import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import type { DocumentFault } from "./document-fault.ts";
import { mapDocument, type Visitors } from "./map-document.ts";

/** Finds references that lead nowhere, and those that lead back to themselves before they have led to anything. */
export function findReferenceFaults(document: JsonObject): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  const endless = new Map<JsonObject, boolean>();
  const check = (part: JsonObject, pointer: string): JsonObject => {
    const { $ref: reference } = part;
    if (typeof reference !== "string") return part;
    if (resolvePointer(document, reference) === undefined) {
      faults.push({
        pointer,
        rule: "mock-broken-ref",
        message: `The $ref ${reference} leads nowhere.`,
        hint: "Define what it names, or name what is defined.",
      });
    } else if (isEndless(part, document, endless)) {
      faults.push({
        pointer,
        rule: "mock-circular-ref",
        message: `The $ref ${reference} leads back to itself and never to a schema that says anything.`,
        hint: "A circle must pass through a property, an item or the like, where a value can end it.",
      });
    }
    return part;
  };
  const kinds = ["pathItem", "parameter", "requestBody", "response", "header", "schema"] as const;
  const visitors: Visitors = Object.fromEntries(kinds.map((kind) => [kind, check]));
  mapDocument(document, visitors);
  return faults;
}

/** Keywords whose schemas judge the very value that the schema around them judges. */
const samePlace = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"];

/** Whether who follows a part, into what judges the same value, comes back to where he has been. */
function isEndless(start: JsonObject, document: JsonObject, known: Map<JsonObject, boolean>): boolean {
  const open = new Set<JsonObject>();
  const visit = (part: JsonValue | undefined): boolean => {
    if (Array.isArray(part)) return part.some(visit);
    if (!isJsonObject(part)) return false;
    if (open.has(part)) return true;
    const before = known.get(part);
    if (before !== undefined) return before;
    open.add(part);
    const { $ref: reference } = part;
    const followed = typeof reference === "string" && visit(resolvePointer(document, reference));
    const found = followed || samePlace.some((keyword) => visitKeyword(keyword, part[keyword]));
    open.delete(part);
    known.set(part, found);
    return found;
  };
  const visitKeyword = (keyword: string, member: JsonValue | undefined): boolean =>
    keyword === "dependentSchemas" && isJsonObject(member)
      ? Object.values(member).some(visit)
      : visit(member);
  return visit(start);
}
