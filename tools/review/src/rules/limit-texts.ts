import { type SubjectText, untypedRequest, untypedResponse } from "./subject-text.ts";

/** Of bounds: how long, how large, how many. */
export const limitTexts = {
  "min-length": {
    says: "`minLength` is the least number of characters of a text.",
    request: {
      what: `A request breaks where it rises, as from 0 to 1. ${untypedRequest}`,
      why: "A caller who sends an empty text, as people do to clear a field, is refused.",
      instead:
        "Go on taking shorter texts, and treat an empty one as left out; ask for more in the user interface.",
    },
    response: {
      what: `A response breaks where it falls, as from 1 to 0. ${untypedResponse}`,
      why: "A caller that takes the first letter of a name gets `undefined` from an empty one.",
      instead: "Leave an optional property out, or send a stand-in text, where there is nothing to say.",
    },
  },
  "max-length": {
    says: "`maxLength` is the greatest number of characters of a text.",
    request: {
      what: `A request breaks where it falls, as from 100 to 40. ${untypedRequest}`,
      why: "A caller who sends 60 characters, which were allowed, is refused.",
      instead:
        "Go on taking the old length and shorten on the server; or add a property with the tighter limit and deprecate this one.",
    },
    response: {
      what: `A response breaks where it rises or goes, as from 40 to 100. ${untypedResponse}`,
      why: "Columns, labels and buffers were sized by the limit: a longer text is cut off, or refused by a database.",
      instead: "Keep the limit here and send the longer text as a new property, as `longName`.",
    },
  },
  minimum: {
    says: "`minimum` and `exclusiveMinimum` are the lower bound of a number.",
    request: {
      what: `A request breaks where it rises, as from 0 to 1. ${untypedRequest}`,
      why: "A caller who sends 0, for none or for all, is refused.",
      instead:
        "Go on taking the old numbers and raise them on the server, or give 0 the meaning that callers expect.",
    },
    response: {
      what: `A response breaks where it falls or goes, as from 0 to any number. ${untypedResponse}`,
      why: "A balance below zero meets code that takes a root, sets a width or stores an unsigned number.",
      instead: "Keep the bound here and send what may be less as a new property.",
    },
  },
  maximum: {
    says: "`maximum` and `exclusiveMaximum` are the upper bound of a number.",
    request: {
      what: `A request breaks where it falls, as from 1000 to 100 for a page size. ${untypedRequest}`,
      why: "A caller who asks for 500, which was allowed, is refused.",
      instead: "Take the old numbers and give at most what you can, with a sign that there is more.",
    },
    response: {
      what: `A response breaks where it rises or goes, as beyond 2147483647 for an id. ${untypedResponse}`,
      why: "Callers chose types and columns by the bound: a larger number overflows, or loses digits.",
      instead: "Keep the bound here and send larger numbers as a new property, as text where they pass 2^53.",
    },
  },
  "multiple-of": {
    says: "`multipleOf` is a number of which a value must be a multiple, as 0.01 for cents.",
    request: {
      what: `A request breaks where it is added, or becomes no divisor of the old one, as from 0.01 to 0.05. ${untypedRequest}`,
      why: "A caller who sends 1.02, which was fine, is refused.",
      instead: "Take the finer values and round on the server, as the description says.",
    },
    response: {
      what: `A response breaks where it goes or becomes finer, as from 1 to 0.5. ${untypedResponse}`,
      why: "Callers that count in whole steps, or store whole numbers, lose the rest.",
      instead: "Keep the step here and send the finer value as a new property.",
    },
  },
  "min-items": {
    says: "`minItems` is the least number of items of a list.",
    request: {
      what: `A request breaks where it rises, as from 0 to 1. ${untypedRequest}`,
      why: "A caller who sends an empty list, to clear it or to ask for all, is refused.",
      instead: "Go on taking shorter lists, and document what an empty one means.",
    },
    response: {
      what: `A response breaks where it falls, as from 1 to 0. ${untypedResponse}`,
      why: "A caller that takes `items[0]`, which was always there, gets `undefined`.",
      instead: "Go on sending at least as many items, or a new list that may be empty beside this one.",
    },
  },
  "max-items": {
    says: "`maxItems` is the greatest number of items of a list.",
    request: {
      what: `A request breaks where it falls, as from 100 to 10. ${untypedRequest}`,
      why: "A caller who sends 50 at once, which was allowed, is refused.",
      instead:
        "Go on taking the longer list and work through it in parts; or add an operation with the smaller limit.",
    },
    response: {
      what: `A response breaks where it rises or goes, as from one item to many. ${untypedResponse}`,
      why: "A caller that shows or stores only the first overlooks the rest.",
      instead: "Keep the limit here, and offer more through paging or a new property.",
    },
  },
  "unique-items": {
    says: "`uniqueItems` says that no item of a list may repeat.",
    request: {
      what: `A request breaks where it becomes true. ${untypedRequest}`,
      why: 'A caller who sends `["a", "a"]`, which was fine, is refused.',
      instead: "Take repeated items and drop them on the server.",
    },
    response: {
      what: `A response breaks where it becomes false. ${untypedResponse}`,
      why: "Callers use the items as keys or as a set: one of two is lost, or a list on screen draws one twice.",
      instead: "Go on sending each item once, and send how often it occurs as a new property.",
    },
  },
  "min-contains": {
    says: "`minContains` is how many items of a list must fit `contains`.",
    request: {
      what: `A request breaks where it rises, as from 1 to 2 owners in a list of members. ${untypedRequest}`,
      why: "A caller who sends a list with one owner, which was enough, is refused.",
      instead: "Go on taking as few, and complete the list on the server.",
    },
    response: {
      what: `A response breaks where it falls, as from 1 to 0 owners in a list of members. ${untypedResponse}`,
      why: "A caller that looks for the owner, who was always there, finds nobody.",
      instead: "Go on sending as many, or tell in a new property that there is none.",
    },
  },
  "max-contains": {
    says: "`maxContains` is how many items of a list may fit `contains` at most.",
    request: {
      what: `A request breaks where it falls, as to one owner in a list of members. ${untypedRequest}`,
      why: "A caller who sends a list with two owners, which was fine, is refused.",
      instead: "Go on taking as many, and choose on the server by a rule that is documented.",
    },
    response: {
      what: `A response breaks where it rises or goes, as from one owner to several. ${untypedResponse}`,
      why: "A caller that takes the first owner it finds overlooks the others.",
      instead: "Go on sending one that fits here, and list the others in a new property.",
    },
  },
  "min-properties": {
    says: "`minProperties` is the least number of properties of an object.",
    request: {
      what: `A request breaks where it rises, as from 0 to 1 for a patch. ${untypedRequest}`,
      why: "A caller who sends `{}` when nothing changed, which was fine, is refused.",
      instead: "Take an object with fewer and answer as if it had changed nothing.",
    },
    response: {
      what: `A response breaks where it falls, as from 1 to 0 in a map of prices. ${untypedResponse}`,
      why: "A caller that takes the first entry, which was always there, finds none.",
      instead: "Go on sending at least as many entries.",
    },
  },
  "max-properties": {
    says: "`maxProperties` is the greatest number of properties of an object.",
    request: {
      what: `A request breaks where it falls, as from 50 to 10 labels. ${untypedRequest}`,
      why: "A caller who sends 30 labels, which were allowed, is refused.",
      instead: "Go on taking as many for what exists, and hold only a new operation to the lower limit.",
    },
    response: {
      what: `A response breaks where it rises or goes, as from 10 labels to any number. ${untypedResponse}`,
      why: "Callers made room for as many as the limit: a table with ten columns drops the rest.",
      instead: "Keep the limit here and offer the rest through paging or a new property.",
    },
  },
} as const satisfies { readonly [subject: string]: SubjectText };
