import { type SubjectText, untypedRequest, untypedResponse } from "./subject-text.ts";

/** Of what lists hold. */
export const listTexts = {
  items: {
    says: "`items` is the schema of the items of a list; changes within it are told by what changed there.",
    request: {
      what: "A request breaks where items get a schema, or there may be none any more, as `{type: string}` where anything could be. In the package `unknown[]` becomes `string[]`.",
      why: "A caller who sends `[7]`, which was fine, is refused.",
      instead:
        "Describe all that callers send, as `type: [string, integer]`, and bring it into one form on the server.",
    },
    response: {
      what: "A response breaks where the schema of items goes, so that they may be anything. In the package `string[]` becomes `unknown[]`.",
      why: "Code that calls `item.trim()` no longer compiles, and may meet an object.",
      instead: "Keep the schema, and send items of another kind in a new list.",
    },
  },
  "prefix-items": {
    says: "`prefixItems` gives the first items of a list a schema each, by position.",
    request: {
      what: "A request breaks where a position gets a schema, as a number for the second item. In the package the list becomes a tuple.",
      why: 'A caller who sends `["a", "b"]`, which was fine, is refused.',
      instead: "Take the old lists as well, or take an object with named properties as a new one.",
    },
    response: {
      what: "A response breaks where the schema of a position goes. In the package the tuple becomes a list, whose items may be missing.",
      why: "Code that reads `point[1]` as a number no longer compiles, and may meet something else.",
      instead:
        "Keep what each position means, and only add positions where the list may grow; else send a new property.",
    },
  },
  contains: {
    says: "`contains` is a schema that some items of a list must fit.",
    request: {
      what: `A request breaks where it is added or narrower, as when one of the members must be an owner. ${untypedRequest}`,
      why: "A caller who sends a list without an owner, which was fine, is refused.",
      instead: "Take such lists and add what is missing on the server.",
    },
    response: {
      what: `A response breaks where it goes or is wider, as when no member need be an owner. ${untypedResponse}`,
      why: "A caller that looks for the owner, who was always there, finds nobody.",
      instead: "Go on sending such an item, or tell in a new property that there is none.",
    },
  },
  "unevaluated-items": {
    says: "`unevaluatedItems` is the schema of all items that the rest of the schema says nothing of; `false` forbids them.",
    request: {
      what: `A request breaks where it forbids more, as \`false\` after two described items. ${untypedRequest}`,
      why: "A caller who sends a third item, which was ignored until now, is refused.",
      instead: "Go on taking further items and ignore them.",
    },
    response: {
      what: `A response breaks where it forbids less, so that further items may come. ${untypedResponse}`,
      why: "A caller that takes the list apart by position meets items of which it knows nothing.",
      instead: "Send what is new as a property beside the list.",
    },
  },
} as const satisfies { readonly [subject: string]: SubjectText };
