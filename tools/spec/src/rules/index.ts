import type { Oas3Visitor } from "@redocly/openapi-core";
import { documentedErrors } from "./documented-errors.ts";
import { inferredReason } from "./inferred-reason.ts";
import { namedExamples } from "./named-examples.ts";
import { noRemoteRef } from "./no-remote-ref.ts";
import { operationIdCamelCase } from "./operation-id-camel-case.ts";
import { publicDescription } from "./public-description.ts";
import { scalarExample } from "./scalar-example.ts";

/** A lint rule of this house, which Redocly's engine runs beside its own. */
interface HouseRule {
  /** The name of its file; in a report and in a configuration it follows `specmill/`. */
  readonly id: string;
  readonly severity: "error" | "warn";
  /** What the rule asks for, in one line. */
  readonly summary: string;
  /** What to do about a finding. */
  readonly hint: string;
  readonly create: () => Oas3Visitor;
}

/** All rules of the house, by name. */
export const houseRules: readonly HouseRule[] = [
  {
    id: "documented-errors",
    severity: "error",
    summary: "Every operation documents a 4xx response, or says why its source does not.",
    hint: "Add the 4xx responses that the source documents; if it documents none, write `x-undocumented-errors: <reason>` at the operation, and never both.",
    create: documentedErrors,
  },
  {
    id: "inferred-reason",
    severity: "error",
    summary: "Whatever is marked `x-inferred` says why.",
    hint: "Write the reason as a sentence: `x-inferred: The source names the type only in prose.`",
    create: inferredReason,
  },
  {
    id: "named-examples",
    severity: "error",
    summary: "Every request and response body has named examples, each with a summary.",
    hint: "Put the body below `examples`, under a name, as `{ summary, value }`.",
    create: namedExamples,
  },
  {
    id: "no-remote-ref",
    severity: "error",
    summary: "Nothing refers to another machine.",
    hint: "Copy what is referred to into the repository and refer to the copy by its relative path.",
    create: noRemoteRef,
  },
  {
    id: "operation-id-camel-case",
    severity: "error",
    summary: "An operationId is a camelCase name, because a client method bears it.",
    hint: "Begin with a small letter and use letters and digits only, as in `updateProfile`.",
    create: operationIdCamelCase,
  },
  {
    id: "public-description",
    severity: "error",
    summary: "Whatever a user of the API can see has a description.",
    hint: "Add a `description` that tells a reader what it is for.",
    create: publicDescription,
  },
  {
    id: "scalar-example",
    severity: "error",
    summary: "Every property that holds one plain value shows an example.",
    hint: "Add `examples: [value]` (in OpenAPI 3.0 `example: value`) to the property or to the schema it refers to.",
    create: scalarExample,
  },
];
