import type { RuleTexts } from "@specmill/spec";

/** What keeps the mock from serving a document, since it would get something wrong in silence. */
export const mockTexts: RuleTexts = {
  "mock-broken-ref": {
    what: "A `$ref` leads to something that the document does not define.",
    why: "By a schema that cannot be found every value is valid, so the mock would take and send anything.",
    instead: "Define what it names, or name what is defined.",
  },
  "mock-circular-ref": {
    what: "A `$ref` leads back to itself before it has said anything, as `A: {allOf: [{$ref: A}]}`.",
    why: "No value can ever be judged by it.",
    instead: "Let the circle pass through a property or an item, where a value can end.",
  },
  "mock-dialect": {
    what: "`jsonSchemaDialect` names a dialect that the mock does not know.",
    why: "Its keywords would be skipped, and wrong requests would pass.",
    instead: "Leave it out, or name `https://json-schema.org/draft/2020-12/schema`.",
  },
  "mock-fault": {
    what: "The mock itself failed: over a document that it loaded again, or over a request.",
    why: "What it answers is no statement about the API.",
    instead: "Report it with the document or the request. Until then, undo the last edit.",
  },
  "mock-outward-ref": {
    what: "A `$ref` within an example, a default or an `enum` leads out of the document.",
    why: "These places hold data, so nothing follows it: the mock would answer with the text `$ref`.",
    instead: "Write out the value that it stands for.",
  },
  "mock-security-scheme": {
    what: "An operation asks for a security scheme that is not defined.",
    why: "Nobody can tell which credential that is, so any request would get through.",
    instead: "Define the scheme in `components.securitySchemes`, or correct the name.",
  },
  "mock-uncompilable-schema": {
    what: 'A schema cannot be compiled, as with `pattern: "["` or `minimum: "3"`.',
    why: "Every value would be valid by it, and no test against the mock would ever fail.",
    instead: "Mend the keyword that the message names.",
  },
};

/** What the mock serves otherwise than the document has it, makes up, or lets pass: notes, not faults. */
export const rewriteTexts: RuleTexts = {
  callbacks: {
    what: "The mock never calls a callback.",
    why: "It would send requests to whatever address a request body names.",
    instead: "Test what receives the callback by sending it an example from the document.",
  },
  dialect: {
    what: "The mock reads the schemas of an OpenAPI 3.1 document as JSON Schema 2020-12.",
    why: "The document names no dialect, or OpenAPI's own, by which its engine would check less.",
    instead: "Nothing is to be done; to make it visible, write `jsonSchemaDialect` into the document.",
  },
  direction: {
    what: "What is `readOnly` is not asked of a request, and what is `writeOnly` not of a response, although `required` lists it.",
    why: "OpenAPI has it so; plain JSON Schema would refuse requests without an `id` that only the server gives.",
    instead: "Nothing is to be done. With two schemas, one a direction, the rewrite goes away.",
  },
  discriminator: {
    what: "Each branch of a `oneOf` or `anyOf` demands the value of the discriminator that leads to it.",
    why: "JSON Schema knows no discriminators: a cat named as a dog would pass.",
    instead: "Write it into the branches: a required property with `const`.",
  },
  "null-parameter": {
    what: "A query parameter that may be null is read as the list or the object that it is otherwise.",
    why: "A query cannot say null, and how the value is written depends on its being a list.",
    instead: "Drop null from the parameter's schema: to leave it out says the same.",
  },
  "parameter-style": {
    what: "How a parameter is written is spelt out by OpenAPI's defaults.",
    why: "The mock's engine has another default, and would see only the last value of a list.",
    instead: "Write `style` and `explode` at the parameter.",
  },
  pattern: {
    what: "Escapes that mean nothing are left out of a pattern, as in `\\-`.",
    why: "JSON Schema's patterns are Unicode patterns, in which they are an error.",
    instead: "Take the backslash out of the document.",
  },
  "sampled-answer": {
    what: "A response has no example, so the mock makes one up from its schema.",
    why: "What is made up is valid and means nothing: ids that fit nowhere, names that nobody has.",
    instead: "Add a named example to the response.",
  },
  "schema-3.0": {
    what: "`nullable` and exclusive bounds of OpenAPI 3.0 are said in the words of JSON Schema 2020-12.",
    why: "The validator knows no other words.",
    instead: "Nothing is to be done; a document of OpenAPI 3.1 says it so itself.",
  },
  "unchecked-body": {
    what: "Bodies of a media type are not checked: a schema does not say how its values are written there.",
    why: "The mock takes every body, so a wrong one is noticed only by the real server.",
    instead: "Offer JSON or a form beside it, or test this body against the server.",
  },
  "unchecked-security": {
    what: "A security scheme leaves no trace in a request that could be looked for, such as a client certificate.",
    why: "The mock lets every request pass, with the credential and without.",
    instead: "Test refusals against the server.",
  },
};
