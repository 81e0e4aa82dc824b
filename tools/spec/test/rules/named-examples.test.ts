import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const unnamed = ["7:11 The `application/json` body has no named examples."];

const cases: readonly { name: string; given: string; want: readonly string[] }[] = [
  {
    name: "a named example with a summary is good",
    given: "schema: {}, examples: { renamed: { summary: A new name., value: 1 } }",
    want: [],
  },
  { name: "none is a fault", given: "schema: {}", want: unnamed },
  { name: "one without a name is a fault", given: "schema: {}, example: 1", want: unnamed },
  { name: "an empty map is a fault", given: "schema: {}, examples: {}", want: unnamed },
  {
    name: "one without a summary is a fault",
    given: "schema: {}, examples: { renamed: { value: 1 } }",
    want: ["7:55 The example `renamed` has no summary."],
  },
  {
    name: "a shared example brings its summary along",
    given: 'schema: {}, examples: { renamed: { $ref: "#/components/examples/Shared" } }',
    want: [],
  },
  {
    name: "a shared example without one is a fault",
    given: 'schema: {}, examples: { renamed: { $ref: "#/components/examples/Bare" } }',
    want: ["7:55 The example `renamed` has no summary."],
  },
  { name: "a body of which nothing is said needs none", given: "", want: [] },
  { name: "bytes need none", given: "schema: { type: string, format: binary }", want: [] },
];

const places: readonly { place: string; write: (mediaType: string) => string }[] = [
  {
    place: "a request",
    write: (mediaType) => `requestBody:
        content:
          ${mediaType}`,
  },
  {
    place: "a response",
    write: (mediaType) => `responses:
        200: { content: {
          ${mediaType} } }`,
  },
];

test.each(places.flatMap((place) => cases.map((one) => ({ ...place, ...one }))))(
  "in $place, $name",
  async ({ write, given, want }) => {
    const document = `openapi: 3.1.0
paths:
  /profile:
    post:
      ${write(`application/json: { ${given} }`)}
components:
  examples:
    Shared: { summary: A new name., value: 1 }
    Bare: { value: 1 }
`;
    expect(await runRule("named-examples", document)).toEqual(want);
  },
);
