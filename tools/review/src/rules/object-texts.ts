import { type SubjectText, untypedRequest, untypedResponse } from "./subject-text.ts";

/** Of what objects hold. */
export const objectTexts = {
  "property-added": {
    says: "An object has a new property.",
    request: {
      what: "A request breaks where the new property is required, as `currency` beside `amount`. In the package, calls without it do not compile. An optional one is compatible.",
      why: "Every caller there is leaves it out, since it did not exist, and is refused.",
      instead:
        "Make it optional and assume on the server what held before, for example `EUR`; require it in a new operation or version.",
    },
    response: {
      what: "A response breaks only where the object was closed by `additionalProperties: false`. Elsewhere it is compatible: the package's type gains a property.",
      why: "Callers were told that nothing else would come: whoever checks answers against the old schema refuses them.",
      instead:
        "Send what is new in another object that is open, or answer it as a new media type; do not close responses at all.",
    },
  },
  "property-removed": {
    says: "A property is gone from an object.",
    request: {
      what: "A request breaks whether the property was optional or not: `nickname` is no longer known. In the package, an object literal with it does not compile.",
      why: "Callers who send it are refused, or what they ask for is dropped in silence.",
      instead:
        "Keep it, marked `deprecated`, and ignore it once nothing depends on it; remove it with the next major version.",
    },
    response: {
      what: "A response breaks whether the property was optional or not: `nickname` does not come any more. In the package, code that reads it does not compile.",
      why: "Callers that read it get `undefined`, and show, store or compute with nothing.",
      instead:
        "Go on sending it, marked `deprecated`, beside what replaces it; remove it with the next major version.",
    },
  },
  required: {
    says: "`required` lists the properties that must be there.",
    request: {
      what: "A request breaks where a property becomes required, as `email` of a profile. In the package, calls without it do not compile.",
      why: "A caller who leaves `email` out, which was fine, is refused.",
      instead:
        "Leave it optional and assume a value on the server, documented as `default`; require it in a new operation.",
    },
    response: {
      what: "A response breaks where a property stops being required: `email` may be missing. In the package its type gains `undefined`, and code that uses it as it was does not compile.",
      why: "`profile.email.toLowerCase()` throws when it is missing.",
      instead:
        "Go on sending it always, if need be with an empty value of its type; add a new property for what may be missing.",
    },
  },
  "additional-properties": {
    says: "`additionalProperties` says what other properties than the declared ones may be; `false` forbids them.",
    request: {
      what: "A request breaks where it becomes `false` or gets a schema. In the package an index signature comes or narrows where there is a schema; `false` shows in no type.",
      why: "Callers who send a property that is not declared, a misspelt or an old one, are refused where it was ignored.",
      instead:
        "Leave the object open and ignore what is not known; warn of it in a response header or a log first.",
    },
    response: {
      what: "A response breaks where an object that was closed opens, or values of a map may be of more kinds. In the package the index signature widens with the schema.",
      why: "Callers that go over all properties, or check answers strictly, meet what they were told would not come.",
      instead:
        "Declare what is new by name in a new object, and keep this one closed, or its values of one kind.",
    },
  },
  "pattern-properties": {
    says: "`patternProperties` gives the properties whose names match a pattern a schema, as `^x-`.",
    request: {
      what: `A request breaks where what matches must fit a schema, or a tighter one. ${untypedRequest}`,
      why: 'A caller who sends `x-rank: "first"`, which was fine, is refused because it is no number.',
      instead: "Take the old values as well, or give the pattern another prefix that nobody uses yet.",
    },
    response: {
      what: `A response breaks where what matches may be more than it was. ${untypedResponse}`,
      why: "A caller that reads every `x-` property as a number meets text.",
      instead: "Keep what matches as it is, and send other values under names that do not match.",
    },
  },
  "property-names": {
    says: "`propertyNames` is a schema for the names of properties, as a pattern for the keys of a map.",
    request: {
      what: `A request breaks where it is added or narrower, as small letters only. ${untypedRequest}`,
      why: "A caller who sends the key `Home`, which was fine, is refused.",
      instead: "Take the old names and bring them into form on the server.",
    },
    response: {
      what: `A response breaks where it goes or is wider, as when keys may be any text. ${untypedResponse}`,
      why: "A caller that uses keys as identifiers, columns or parts of a path meets a dot or a space.",
      instead: "Keep to the old names here; send others as a list of name and value.",
    },
  },
  "dependent-required": {
    says: "`dependentRequired` says which properties must be there when another is, as `iban` with `bank`.",
    request: {
      what: `A request breaks where a property needs more beside it. ${untypedRequest}`,
      why: "A caller who sends `bank` alone, which was fine, is refused.",
      instead: "Take it alone and fill in the rest on the server, or take both together as a new object.",
    },
    response: {
      what: `A response breaks where a property needs less beside it. ${untypedResponse}`,
      why: "A caller that sees `bank` reads `iban` without looking, and finds nothing.",
      instead: "Go on sending both or neither.",
    },
  },
  "dependent-schemas": {
    says: "`dependentSchemas` gives the whole object another schema to fit when a property is there.",
    request: {
      what: `A request breaks where such a schema is added or narrower. ${untypedRequest}`,
      why: "A caller who sends the property, with the rest as it was, is refused.",
      instead: "Let the new demands hold for a new property, and leave the old one as it is.",
    },
    response: {
      what: `A response breaks where such a schema goes or is wider. ${untypedResponse}`,
      why: "A caller that sees the property relies on what it used to say of the rest.",
      instead: "Keep what the property says of the others; tell what is different with a new one.",
    },
  },
  "unevaluated-properties": {
    says: "`unevaluatedProperties` is the schema of all properties that the rest of the schema, `allOf` included, says nothing of; `false` forbids them.",
    request: {
      what: `A request breaks where it becomes \`false\` or narrower. ${untypedRequest}`,
      why: "Callers who send a property that is not declared are refused where it was ignored.",
      instead: "Leave the object open and ignore what is not known.",
    },
    response: {
      what: `A response breaks where it was \`false\` and goes, or becomes wider. ${untypedResponse}`,
      why: "Callers were told that nothing else would come: whoever checks answers by the old schema refuses them.",
      instead: "Keep the object closed and send what is new in an object of its own beside it.",
    },
  },
} as const satisfies { readonly [subject: string]: SubjectText };
