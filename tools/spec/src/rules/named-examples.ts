import type { Oas3Visitor, UserContext } from "@redocly/openapi-core";
import { isJsonObject, type JsonObject } from "../json.ts";
import { isBlank } from "./support/is-blank.ts";
import { traceReference } from "./support/trace-reference.ts";

/** Every body can be asked for by the name of an example: in the mock, in the tests and in the documentation. */
export function namedExamples(): Oas3Visitor {
  return { RequestBody: { MediaType: requireNames }, Response: { MediaType: requireNames } };
}

function requireNames(mediaType: object, { key, report, resolve, location }: UserContext): void {
  if (!isJsonObject(mediaType) || mediaType.schema === undefined) return;
  const source = location.source.absoluteRef;
  const isBytes = traceReference(mediaType.schema, source, resolve).some(
    ({ node }) => node.format === "binary",
  );
  if (isBytes) return;
  const examples = Object.entries(examplesOf(mediaType));
  if (examples.length === 0) {
    report({ message: `The \`${key}\` body has no named examples.`, location: location.key() });
  }
  for (const [name, example] of examples) {
    const steps = traceReference(example, source, resolve);
    if (steps.length === 0 || steps.some(({ node }) => !isBlank(node.summary))) continue;
    report({
      message: `The example \`${name}\` has no summary.`,
      location: location.child(["examples", name]).key(),
    });
  }
}

function examplesOf({ examples }: JsonObject): JsonObject {
  return isJsonObject(examples) ? examples : {};
}
