import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue, LoadedDocument } from "@specmill/spec";
import type { Change } from "../../../src/change.ts";
import { judgeWire } from "../../../src/judge/judge-wire.ts";
import { createSchemaComparer } from "../../../src/schema/compare-schemas.ts";
import { compareSurfaces } from "../../../src/surface/compare-surfaces.ts";

/** A document with `POST /pets`, which takes and gives what a test says. */
export function makeDocument(parts: {
  readonly request?: JsonValue;
  readonly response?: JsonValue;
  readonly parameters?: readonly JsonValue[];
  readonly headers?: JsonObject;
  readonly schemas?: JsonObject;
}): JsonObject {
  const { request, response, parameters, headers, schemas } = parts;
  const content = (schema: JsonValue) => ({ content: { "application/json": { schema } } });
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        post: {
          operationId: "addPet",
          ...(parameters && { parameters }),
          ...(request === undefined ? {} : { requestBody: { required: true, ...content(request) } }),
          responses: {
            "200": {
              description: "The pet.",
              ...(headers && { headers }),
              ...(response === undefined ? {} : content(response)),
            },
          },
        },
      },
    },
    ...(schemas && { components: { schemas } }),
  };
}

/** As it would be read from a file. */
export function load(document: JsonObject): LoadedDocument {
  return { file: "/openapi.yaml", text: "", version: "3.1", document, files: ["/openapi.yaml"] };
}

/** What rules alone say of a change. */
export function listChanges(base: JsonObject, head: JsonObject): readonly Change[] {
  const [before, after] = [load(base), load(head)];
  return compareSurfaces(before, after, createSchemaComparer(before, after));
}

/** What becomes of each change on the wire: `breaking proved request-enum`, with the value that shows it. */
export function tellWire(base: JsonObject, head: JsonObject): readonly string[] {
  const judged = judgeWire(listChanges(base, head), createOracle(base), createOracle(head));
  return judged.map(({ change: { rule }, impact, status, proof }) => {
    const shown = proof?.kind === "value" ? ` ${JSON.stringify(proof.value)}` : "";
    return `${impact} ${status} ${rule}${shown}`;
  });
}

/** A change of which a test says what it is about. */
export function makeChange(members: Partial<Change>): Change {
  return {
    rule: "request-enum",
    comparison: "narrower",
    wire: "breaking",
    source: "breaking",
    message: "`color` may no longer be `blue`.",
    evidence: "search",
    operations: ["addPet"],
    ...members,
  };
}
