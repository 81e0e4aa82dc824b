/** A document with one GET operation for each path; its title says which edition it is. */
export function describeApi(title: string, paths: readonly string[] = ["/pets"]): string {
  const operations = paths.map(
    (path) => `  ${path}:\n    get: { responses: { "204": { description: Done. } } }\n`,
  );
  return `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths:${operations.length === 0 ? " {}" : ""}\n${operations.join("")}`;
}

/** A document whose only schema is what `reference` leads to. */
export function referTo(reference: string): string {
  return `openapi: 3.1.0
info: { title: Refers, version: "1" }
paths:
  /pets:
    get:
      responses:
        "200":
          description: A pet.
          content: { application/json: { schema: { $ref: "${reference}" } } }
`;
}

/** YAML with a mistake in its third line. */
export const broken = "openapi: 3.1.0\ninfo: {}\n  paths: [\n";
