import { createOracle, type Direction, type Oracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import type { DocumentFault } from "./document-fault.ts";
import { isDoubtfulSchema } from "./is-doubtful-schema.ts";
import { mapDocument } from "./map-document.ts";

/**
 * Finds the schemas that do not compile, by which every value would be valid. To compile each would take longer than all
 * the rest of loading. So only those are compiled of which it is not plain to see that they do.
 */
export function findSchemaFaults(document: JsonObject): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  let oracle: Oracle | undefined;
  const explain = (pointer: string): string | undefined => {
    oracle ??= createOracle(document);
    const directions: readonly Direction[] = ["request", "response"];
    for (const direction of directions) {
      const reason = oracle.explain(pointer, direction);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
  mapDocument(document, {
    schema: (schema, pointer) => {
      const reason = isDoubtfulSchema(schema) ? explain(pointer) : undefined;
      if (reason !== undefined) {
        faults.push({
          pointer: placeOf(schema, pointer),
          rule: "mock-uncompilable-schema",
          message: `The schema does not compile: ${reason.split("\n", 1)[0] ?? ""}`,
          hint: "Every value would be valid by it. Mend the keyword that the message names.",
        });
      }
      return schema;
    },
  });
  return withoutOuter(faults);
}

function placeOf(schema: JsonObject, pointer: string): string {
  const { pattern }: { readonly pattern?: JsonValue } = schema;
  return typeof pattern === "string" && isDoubtfulSchema({ pattern }) ? `${pointer}/pattern` : pointer;
}

/** A schema does not compile where one within it does not; the innermost is to be told. */
function withoutOuter(faults: readonly DocumentFault[]): readonly DocumentFault[] {
  return faults.filter(
    ({ pointer }) =>
      !faults.some((other) => other.pointer !== pointer && other.pointer.startsWith(`${pointer}/`)),
  );
}
