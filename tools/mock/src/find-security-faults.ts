import { isJsonObject, type JsonObject, joinPointer } from "@specmill/spec";
import type { DocumentFault } from "./document-fault.ts";
import { mapDocument } from "./map-document.ts";

/** Finds requirements of security schemes that the document does not define, which any request would meet. */
export function findSecurityFaults(document: JsonObject): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  const { components } = document;
  const schemes = isJsonObject(components) ? components["securitySchemes"] : undefined;
  const check = (part: JsonObject, pointer: string): JsonObject => {
    const { security } = part;
    const requirements = Array.isArray(security) ? security : [];
    for (const [index, requirement] of requirements.entries()) {
      if (!isJsonObject(requirement)) continue;
      for (const name of Object.keys(requirement)) {
        if (isJsonObject(schemes) && Object.hasOwn(schemes, name)) continue;
        faults.push({
          pointer: joinPointer(pointer, "security", String(index), name),
          rule: "mock-security-scheme",
          message: `The document defines no security scheme ${name}.`,
          hint: "Define it in components.securitySchemes.",
        });
      }
    }
    return part;
  };
  mapDocument(document, { document: check, operation: check });
  return faults;
}
