import type { JsonObject, LoadedDocument } from "@specmill/spec";
import type { Finding } from "../../src/finding.ts";
import type { Review } from "../../src/review.ts";
import { demoFindings } from "./demo-findings.ts";
import { makeApiReview } from "./demo-review.ts";

const operations = 1000;
const properties = 120;

/** A document of a thousand operations, of which all changed, with as many findings. */
export function makeLargeReview(): Review {
  const names = Array.from({ length: operations }, (_, index) => `operation${index}`);
  const findings = names.flatMap((name, index): readonly Finding[] => {
    const finding = demoFindings[index % demoFindings.length];
    if (finding === undefined) return [];
    return [
      {
        ...finding,
        operations: index % 20 === 0 ? names : [name],
        fingerprint: index.toString(16).padStart(12, "0"),
      },
    ];
  });
  const documents = { base: makeDocument("one"), head: makeDocument("other") };
  return { base: "a", head: "b", apis: [makeApiReview({ findings, documents })], problems: [] };
}

function makeDocument(side: string): LoadedDocument {
  const component = (index: number): JsonObject => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: properties }, (_, at) => [
        `property${at}`,
        at === 7
          ? { $ref: `#/components/schemas/Part${(index + 1) % 50}` }
          : {
              type: "string",
              description: `What \`property${at}\` tells of the ${at === 3 ? side : "same"} thing.`,
            },
      ]),
    ),
  });
  const schemas = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`Part${index}`, component(index)]),
  );
  const paths = Object.fromEntries(
    Array.from({ length: operations }, (_, index) => {
      const content = { "application/json": { schema: { $ref: `#/components/schemas/Part${index % 50}` } } };
      const responses = { "200": { description: "Good.", content } };
      return [`/path${index}/{id}`, { get: { operationId: `operation${index}`, responses } }];
    }),
  );
  const document = {
    openapi: "3.1.0",
    info: { title: "Large", version: "1" },
    paths,
    components: { schemas },
  };
  return { file: "/openapi.yaml", text: "", version: "3.1", files: [], document };
}
