import type { RuleTexts } from "./rule-texts.ts";

/** The rules of the house; see `houseRules`. */
export const houseTexts: RuleTexts = {
  "specmill/documented-errors": {
    what: "An operation documents no 4xx response and does not say why; or it says why beside one that it documents.",
    why: "Callers cannot tell a refusal that was foreseen from an outage, and a client has no type for what comes back.",
    instead:
      "Add the 4xx responses that the source has. If it has none, write `x-undocumented-errors: <reason>` at the operation.",
  },
  "specmill/inferred-reason": {
    what: "`x-inferred` marks something that the source does not say, and gives no reason of three words or more.",
    why: "A reviewer cannot tell a guess worth keeping from one worth dropping if nobody wrote down what it rests on.",
    instead: "Write a sentence: `x-inferred: The source names the type only in prose.`",
  },
  "specmill/named-examples": {
    what: "A body with a schema has no named examples, or one without a summary. Bodies of bytes need none.",
    why: "The mock answers with examples, tests ask for them by name, and readers choose by the summary: an unnamed one serves none of them.",
    instead: "Write `examples: { paid: { summary: A paid order, value: … } }`, the most ordinary one first.",
  },
  "specmill/no-remote-ref": {
    what: "A `$ref`, an `externalValue` or a discriminator's mapping leads to another machine.",
    why: "What is there may change or vanish tomorrow, so one commit would give two clients; and builds would need the network.",
    instead: "Copy the file into the repository and refer to it by a relative path.",
  },
  "specmill/operation-id-camel-case": {
    what: "An `operationId` is no camelCase name, such as `get_pet` or `GetPet`.",
    why: "It becomes a method of the client and a part of type names; any other spelling reads oddly there or must be bent.",
    instead: "Begin with a small letter and use letters and digits only, as in `getPet`.",
  },
  "specmill/public-description": {
    what: "Something that callers see has no description: the API, a server, a body, a response, a header, a link, a security scheme, a schema or a property.",
    why: "The description is the doc comment in the client. Without it people guess what a name means, and guess apart.",
    instead: "Say in a sentence what it is for and in which unit or form it comes, not its name again.",
  },
  "specmill/scalar-example": {
    what: "A property that holds one plain value shows no example, neither in place nor where its `$ref` leads.",
    why: "An example settles what prose leaves open, such as the form of a code, and the mock would make one up.",
    instead: "Add `examples: [value]`; in OpenAPI 3.0, `example: value`.",
  },
};
