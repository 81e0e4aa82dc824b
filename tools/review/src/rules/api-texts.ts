import type { RuleTexts } from "@specmill/spec";

/** Of APIs, operations and what is said about them. */
export const apiTexts = {
  "api-added": {
    what: "A document is new, and with it a package.",
    why: "Nobody uses it yet, so nobody can be hurt; but all that it says will have to be kept.",
    instead: "Mark what may still change with `x-stability-level: alpha`.",
  },
  "api-removed": {
    what: "A document is gone: its operations are promised to nobody any more, and its package gets no new version.",
    why: "Every caller of every operation loses what they built on.",
    instead:
      "Mark all operations `deprecated` with an `x-sunset` date, release that, and delete the document after the date.",
  },
  "api-renamed": {
    what: "The folder of a document has another name, and so has its package. What is in it is compared as usual.",
    why: "Code imports the package by its old name, which gets no updates any more.",
    instead:
      "Keep the folder's name; the title in `info` can change freely. Or deprecate the old package with a pointer to the new one.",
  },
  "operation-added": {
    what: "A method and path are new. The package's client gains a method.",
    why: "It breaks nobody; what it says will have to be kept.",
    instead: "Nothing is to be done. Mark it `x-stability-level: beta` while its form is not settled.",
  },
  "operation-removed": {
    what: "A method and path are gone, or moved elsewhere. The package's client loses the method, unless its `operationId` lives on.",
    why: "Callers get a 404 or 405, and code that calls the method does not compile.",
    instead:
      "Mark it `deprecated` with an `x-sunset` date and answer until then; keep the old path beside the new one.",
  },
  "operation-renamed": {
    what: "The `operationId` of a method and path changed. HTTP callers notice nothing; in the package the method and its types have another name.",
    why: "`client.getPet(…)` does not compile against the new package.",
    instead:
      "Keep the `operationId`: a better name can go into `summary`. Rename with the next major version.",
  },
  "operation-deprecated": {
    what: "An operation is deprecated now, or no more. The package marks its method, which editors strike through.",
    why: "It works as before; callers learn that they should look for something else.",
    instead: "Say in the description what to use instead, and give an `x-sunset` date.",
  },
  "tag-changed": {
    what: "A tag is new or gone, or an operation has others. It moves in the documentation.",
    why: "No caller is hurt; links into chapters of the documentation may break.",
    instead: "Nothing is to be done.",
  },
  "link-changed": {
    what: "A link of a response, which says how one operation leads to another, is new, gone or changed.",
    why: "The wire stays the same; tools that follow links, such as test generators, take another way.",
    instead: "Keep links that people follow, and add others beside them.",
  },
  "stability-changed": {
    what: "`x-stability-level` of an operation changed: draft, alpha, beta or stable, which is also meant where nothing is said.",
    why: "A lower level takes back the promise that callers built on: what changes then no longer counts as a break.",
    instead: "Leave the level, and offer what is not settled as a new operation with a lower one.",
  },
  "sunset-changed": {
    what: "`x-sunset`, the day from which a deprecated operation may be gone, was set, moved or taken back.",
    why: "Callers planned their move by it; an earlier day may be too early for them.",
    instead: "Move it to a later day only, and tell in the release notes.",
  },
  "documentation-changed": {
    what: "What people read changed: a title, a description, an example, an external document or another extension. Doc comments of the package follow.",
    why: "No caller breaks; a description that tells of other behaviour may still be a change that only people can judge.",
    instead: "Nothing is to be done; read whether the words promise something else than before.",
  },
} as const satisfies RuleTexts;
