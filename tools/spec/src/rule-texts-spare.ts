import type { RuleTexts } from "./rule-texts.ts";

/** Rules of the engine that this house leaves off; `redocly.yaml` says why. */
export const spareTexts: RuleTexts = {
  "boolean-parameter-prefixes": {
    what: "A parameter that is true or false does not begin with a prefix such as `is` or `has`.",
    why: "`active=true` may ask for what is active, or make it so; a prefix tells a fact from an order.",
    instead: "Name new ones `isActive`. A published name stays: to rename it breaks callers.",
  },
  "info-contact": {
    what: "`info` has no `contact`.",
    why: "Whoever finds a fault in the description does not know whom to tell.",
    instead: "Add a team's page or address that outlives people.",
  },
  "no-http-verbs-in-paths": {
    what: "A path has a method in its words, as `/getPets`.",
    why: "The method is said twice, and `POST /getPets` contradicts itself.",
    instead: "Name the thing: `GET /pets`. Add it beside a published path and deprecate that one.",
  },
  "operation-4xx-response": {
    what: "An operation describes no 4xx response.",
    why: "A client has no type for a refusal, and callers learn what may go wrong in production.",
    instead:
      "Add what the server answers to bad requests. `specmill/documented-errors` asks the same, and takes a reason instead.",
  },
  "operation-4xx-problem-details-rfc7807": {
    what: "A 4xx response is no `application/problem+json` with `type` and `title`.",
    why: "Each API reports errors in a form of its own, and callers write a reader for each.",
    instead: "Offer problem details as another media type beside the form that callers read now.",
  },
  "path-params-defined": {
    what: "A path has a `{parameter}` that nothing describes, or the reverse. It is the older name of `path-parameters-defined`.",
    why: "A client could not fill in the address.",
    instead: "Describe it with `in: path`, and turn on `path-parameters-defined` instead of this rule.",
  },
  "path-segment-plural": {
    what: "A segment of a path is in the singular, as in `/pet/{id}`.",
    why: "With both forms about, callers have to look up which one a path takes.",
    instead: "Use the plural for new paths. A published path stays as it is.",
  },
  "paths-kebab-case": {
    what: "A path has capitals or underscores, as `/userProfiles`.",
    why: "Paths are case-sensitive, and people who type them guess capitals wrong.",
    instead: "Write new paths as `/user-profiles`. A published path stays as it is.",
  },
  "request-mime-type": {
    what: "A request body has a media type that the configuration does not allow.",
    why: "A gateway or a server of the house would not read it.",
    instead: "Offer an allowed type beside it, or allow this one in the configuration.",
  },
  "response-mime-type": {
    what: "A response has a media type that the configuration does not allow.",
    why: "Clients of the house would not know how to read it.",
    instead: "Answer in an allowed type as well, or allow this one in the configuration.",
  },
  "required-string-property-missing-min-length": {
    what: "A required text has no `minLength`, so it may be empty.",
    why: '`""` fulfils `required`, which is seldom what was meant, and the server refuses it after all.',
    instead:
      "Add `minLength: 1` where the server already refuses an empty text; elsewhere that would break callers.",
  },
  "response-contains-header": {
    what: "A response lacks a header that the configuration asks for, such as `X-Request-Id`.",
    why: "Callers cannot rely on a header that some operations document and others do not.",
    instead: "Document it where the server sends it, and send it where it does not.",
  },
  "response-contains-property": {
    what: "A response lacks a property that the configuration asks for.",
    why: "What was to be in every answer is missing from some, so code for all of them fails on these.",
    instead: "Add it to the schema; a new property in a response is compatible.",
  },
  "scalar-property-missing-example": {
    what: "A property of a plain type shows no example.",
    why: "Readers have to guess the form of its values.",
    instead: "Add one. `specmill/scalar-example` asks the same, and also looks into unions and enums.",
  },
  "spec-example-values": {
    what: "An example has two of `value`, `externalValue`, `dataValue` and `serializedValue` that exclude each other.",
    why: "They may differ, and which one counts is up to the tool.",
    instead: "Keep one; in OpenAPI 3.0 and 3.1 that is `value`.",
  },
};
