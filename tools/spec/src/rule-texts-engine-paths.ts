import type { RuleTexts } from "./rule-texts.ts";

/** Rules of the engine about paths, operations and parameters. */
export const pathTexts: RuleTexts = {
  "no-identical-paths": {
    what: "Two paths differ only in the names of their parameters, as `/pets/{id}` and `/pets/{petId}`.",
    why: "One request fits both, so which operation it is, and what it may answer, is open.",
    instead: "Make one path of them, with the operations of both.",
  },
  "no-ambiguous-paths": {
    what: "One request can fit two paths that are equally specific, as `/pets/{id}` and `/{kind}/mine` for `/pets/mine`.",
    why: "Each router decides for itself, so the mock and the server may take different operations.",
    instead: "Let a fixed segment tell them apart, or document what a caller really sends as one path.",
  },
  "no-path-trailing-slash": {
    what: "A path ends with `/`.",
    why: "To HTTP `/pets` and `/pets/` are two things; callers leave the slash out and meet a redirect or a 404.",
    instead: "Drop the slash, unless the server really answers there and nowhere else.",
  },
  "path-declaration-must-exist": {
    what: "A path has a parameter without a name: `/pets/{}`.",
    why: "Nothing can describe what goes there, so no client can fill it in.",
    instead: "Name it, as `{petId}`, and describe it among the parameters.",
  },
  "path-not-include-query": {
    what: "A path has a `?` with a query.",
    why: "Paths are matched without the query, so no request would ever fit.",
    instead: "Describe it as a parameter with `in: query`; if its value is fixed, with one `enum` value.",
  },
  "path-parameters-defined": {
    what: "A path has a `{parameter}` that an operation does not describe, or a parameter of the path is not in it.",
    why: "A client could not fill in the address, or would ask for a value that goes nowhere.",
    instead: "Describe each one with `in: path` and `required: true`, under exactly the name in braces.",
  },
  "path-http-verbs-order": {
    what: "The methods of a path are not in the usual order: get, head, post, put, patch, delete and the rest.",
    why: "With one order everywhere readers know where to look, and a moved block does not hide a change in a diff.",
    instead: "Move the operations; nothing else changes.",
  },
  "operation-operationId": {
    what: "An operation has no `operationId`.",
    why: "Its method in the client would get a name from the path, which changes whenever the path does.",
    instead: "Name what it does: `listPets`, `updateProfile`.",
  },
  "operation-operationId-unique": {
    what: "Two operations have one `operationId`.",
    why: "A client has one method of a name, so one of the two could not be called.",
    instead: "Rename one of them. A name that is published already keeps its operation.",
  },
  "operation-operationId-url-safe": {
    what: "An `operationId` has characters that a URL must escape, such as a space.",
    why: "It is part of links into the documentation, which then break.",
    instead: "Use letters and digits, as in `getPet`.",
  },
  "operation-summary": {
    what: "An operation has no `summary`.",
    why: "It is the line in a table of contents and above the client's method; without it people see only a path.",
    instead: "Say in a few words what it does: `Update a pet`.",
  },
  "operation-description": {
    what: "An operation has no `description`.",
    why: "What it does beyond its name, who may call it and what it changes, is told nowhere else.",
    instead: "Write a sentence or two on effects, limits and conditions, in words other than the summary's.",
  },
  "operation-singular-tag": {
    what: "An operation has more than one tag.",
    why: "It is shown once in each chapter, and people wonder whether these are two operations.",
    instead: "Keep the tag under which people look for it.",
  },
  "operation-tag-defined": {
    what: "An operation has a tag that the list `tags` at the top does not know.",
    why: "The chapter has no description and no place in the order; often the tag is a slip such as `Pet` for `Pets`.",
    instead: "Add the tag at the top with a description, or correct its spelling.",
  },
  "operation-parameters-unique": {
    what: "A list of parameters has one name in one place twice.",
    why: "Only one of the two can be sent; which one is up to the tool.",
    instead: "Delete the one that is wrong. For several values, make it a list.",
  },
  "operation-2xx-response": {
    what: "An operation describes no success: no 2xx response and no `default`.",
    why: "A client knows errors only, and every good answer would be an undocumented status.",
    instead: "Add what the server answers when it works, a `204` if there is no body.",
  },
  "parameter-description": {
    what: "A parameter has no description.",
    why: "A name such as `filter` does not say what may be filtered; callers would try it out on your server.",
    instead: "Say what it selects or changes, and what happens where it is left out.",
  },
  "array-parameter-serialization": {
    what: "A parameter that is a list does not state `style` and `explode`.",
    why: "`?tag=a&tag=b` and `?tag=a,b` are both common, and few people know OpenAPI's defaults by heart.",
    instead: "Write both: `style: form` with `explode: true` repeats the name, with `false` it puts commas.",
  },
};
