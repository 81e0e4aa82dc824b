import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import type { DocumentFault } from "./document-fault.ts";
import { findReferenceFaults } from "./find-reference-faults.ts";
import { findSchemaFaults } from "./find-schema-faults.ts";
import { findSecurityFaults } from "./find-security-faults.ts";

const understoodDialects =
  /^https?:\/\/json-schema\.org\/(?:draft\/2020-12\/schema|draft\/2019-09\/schema|draft-07\/schema)#?$/;

/**
 * Finds what must keep a document from being served, since it would silently not be checked: a dialect that nobody
 * knows, references that lead nowhere, out of the document or round in a circle, security schemes that are not there,
 * schemas that do not compile.
 *
 * @param document - as it was bundled
 * @param served - as it is normalised
 */
export function checkDocument(document: JsonObject, served: JsonObject): readonly DocumentFault[] {
  const outward = [...findUnknownDialect(served), ...findOutwardReferences(document, "#")];
  const references = outward.length > 0 ? outward : findReferenceFaults(document);
  const security = findSecurityFaults(document);
  // By broken references no schema compiles, which would be told once for each schema.
  return references.length > 0 ? [...references, ...security] : [...security, ...findSchemaFaults(document)];
}

function findUnknownDialect({ jsonSchemaDialect: dialect }: JsonObject): readonly DocumentFault[] {
  if (typeof dialect !== "string" || understoodDialects.test(dialect)) return [];
  return [
    {
      pointer: "#/jsonSchemaDialect",
      rule: "mock-dialect",
      message: `The mock cannot validate by the JSON Schema dialect ${dialect}.`,
      hint: "Leave jsonSchemaDialect out, or name https://json-schema.org/draft/2020-12/schema.",
    },
  ];
}

function findOutwardReferences(value: JsonValue, pointer: string): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  const visit = (part: JsonValue, place: readonly string[]): void => {
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) visit(item, [...place, String(index)]);
      return;
    }
    if (!isJsonObject(part)) return;
    const { $ref: reference } = part;
    if (typeof reference === "string" && reference !== "" && !reference.startsWith("#")) {
      const at = joinPointer(pointer, ...place);
      faults.push({
        pointer: at,
        rule: "mock-outward-ref",
        message: `The $ref at ${at} leaves the document.`,
        hint: "An example, a default and an enum hold data; write out what the reference stands for.",
      });
    }
    for (const [name, member] of Object.entries(part)) {
      if (typeof member === "object") visit(member, [...place, name]);
    }
  };
  visit(value, []);
  return faults;
}
