import { type SubjectText, untypedRequest, untypedResponse } from "./subject-text.ts";

/** Of the values themselves: whether there is a schema, types, lists of values, defaults. */
export const valueTexts = {
  schema: {
    says: "A value has a schema now, or no more; or the schema became `true` (anything) or `false` (nothing).",
    request: {
      what: "A request breaks where a schema limits what could be anything, as with `{type: object}` for a body that had none. In the package `unknown` becomes that type.",
      why: "Callers who sent something else, a list for instance, which was allowed, are refused.",
      instead:
        "Describe everything that callers send today, and put what is stricter into a new operation or another media type.",
    },
    response: {
      what: "A response breaks where the schema goes and anything may come, as from `{type: object}` to none. In the package the type becomes `unknown`.",
      why: "Code that reads `data.id` no longer compiles, and where it is not compiled may find text or nothing at all.",
      instead:
        "Keep the schema and add to it what is new, as optional properties; or answer the free form as another media type.",
    },
  },
  type: {
    says: "`type` says whether a value is text, a number, an object and so on; null counts as a type, however it is spelt.",
    request: {
      what: 'A request breaks where a type is no longer taken, as from `[string, "null"]` to `string`. The package\'s type shrinks with it, but for `number` to `integer`, which is one type there.',
      why: "Callers who send null, or the old type, are refused; those who use the package cannot compile it any more.",
      instead:
        "Take both types for a while, `type: [integer, string]`, or add a property of the new type and deprecate this one.",
    },
    response: {
      what: "A response breaks where a type may come that could not before, as when `name` may be null. The package's type grows, and code that uses the value as it was does not compile.",
      why: "`name.trim()` throws on null, and `total + 1` joins texts where a number was promised.",
      instead:
        "Keep the old type here, leave an optional property out instead of null, and send the new type as a new property.",
    },
  },
  enum: {
    says: "`enum` lists the values that may be; `const` is a list of one.",
    request: {
      what: "A request breaks where a value leaves the list, or a list is put where any value was taken: `color` without `blue`. The package's union of literals loses it.",
      why: "A caller who sends `blue`, as documented, is refused; with the package its code no longer compiles.",
      instead: "Go on taking the old value and map it to a new one on the server; document it as deprecated.",
    },
    response: {
      what: "A response breaks where a value joins the list, or the list goes: `status` may be `paused` now. The package's union grows, and a `switch` that was complete no longer is.",
      why: "Callers took the list for complete: `paused` falls through their `switch`, or is taken for another state.",
      instead:
        "Say first, with `x-extensible-enum`, that values may come; then add them. Or send the new state as a new property and keep mapping it to an old value here.",
    },
  },
  "extensible-enum": {
    says: "`x-extensible-enum` lists known values and says that more may come.",
    request: {
      what: "A request breaks where a known value is dropped: `blue` may be refused from now on. The type in the package is not limited to the list, so it stays.",
      why: "Callers who send the value, which was listed as known, cannot count on it any more.",
      instead: "Go on taking the old value and map it on the server.",
    },
    response: {
      what: "A response never breaks by it: callers were told to be ready for values that they do not know. Types stay as they are.",
      why: "A caller that ignored the warning meets a value it has no branch for.",
      instead: "Nothing is to be done; tell of the new value in the release notes before it is sent.",
    },
  },
  default: {
    says: "`default` is what the other side assumes where a value is left out.",
    request: {
      what: "A request breaks where the default of something optional changes, as `limit` from 100 to 20, is added or goes. Types stay the same.",
      why: "Callers who leave it out send the same request and get another result: 20 items, and no sign that there are more.",
      instead:
        "Keep the default, and let those who want the other behaviour ask for it with a value or a new parameter.",
    },
    response: {
      what: "In a response it is only a note: what was left out means something else to those who fill it in. Types stay the same.",
      why: "A caller that fills in the old default reads what the server did not mean.",
      instead: "Send the value instead of leaving it out; then no caller has to know a default.",
    },
  },
  "read-only": {
    says: "`readOnly` takes a property out of requests; responses still have it.",
    request: {
      what: "A request breaks where a property becomes read-only, or stops being so and is required: `name` may not be sent any more, or must be. The package's request type loses it, or demands it.",
      why: "Callers who send `name` are refused, or their change is dropped in silence.",
      instead:
        "Go on taking the property and ignore it, marked `deprecated`; and let what callers must newly send be optional.",
    },
    response: {
      what: "In a response nothing changes: the property comes back as before, and types stay the same.",
      why: "It tells that the value cannot be changed any more, or can be; the request is where that breaks.",
      instead: "Nothing is to be done here; see `request-read-only`.",
    },
  },
  "write-only": {
    says: "`writeOnly` takes a property out of responses; requests still have it.",
    request: {
      what: "In a request nothing changes: the property is sent as before, and types stay the same.",
      why: "It tells that the value does not come back any more, or does; the response is where that breaks.",
      instead: "Nothing is to be done here; see `response-write-only`.",
    },
    response: {
      what: "A response breaks where a property becomes write-only, as `token`: it does not come back any more. The package's response type loses it.",
      why: "Code that reads `token` from the answer gets nothing, and does not compile against the new package.",
      instead:
        "Go on sending it, marked `deprecated`, until callers have another way to it; send a masked value if it is secret.",
    },
  },
  xml: {
    says: "`xml` says how a value is written in XML: its element's name, its namespace, whether it is an attribute.",
    request: {
      what: "A request breaks where anything of it changes and a body is XML, as from `<name>` to an attribute. Types stay the same.",
      why: "A server that looks for an attribute does not find what older callers write as an element.",
      instead: "Read both forms, or offer the new one under another media type.",
    },
    response: {
      what: "A response breaks where anything of it changes and a body is XML, as a new prefix. Types stay the same.",
      why: "Callers find elements by name and namespace; under another they find nothing.",
      instead: "Keep the form, and answer the new one as another media type that callers ask for.",
    },
  },
  values: {
    says: "A value was found that one side allows and the other refuses, though no change to a keyword explains it alone.",
    request: {
      what: "The server refuses what it took before: two keywords that are harmless each exclude a value together. The payload shows which. Types may well stay the same.",
      why: "A caller who sends this very value, which was valid, is refused.",
      instead:
        "Look at the changes around the schema with the payload in hand, and take back the one that refuses it; test with the payload.",
    },
    response: {
      what: "The server may answer what it could not before: two keywords that are harmless each let a value in together. The payload shows which. Types may well stay the same.",
      why: "A caller that relied on the old schema meets a value it does not expect.",
      instead:
        "Look at the changes around the schema with the payload in hand, and exclude it as before; test with the payload.",
    },
  },
  format: {
    says: "`format` says what kind of text or number a value is, such as `uuid` or `int32`.",
    request: {
      what: `A request breaks where a format is added or becomes another one, as \`uuid\` for plain text. ${untypedRequest}`,
      why: "A caller who sends `order-7`, which was fine, is refused because it is no UUID.",
      instead:
        "Tell of the new form in the description and go on taking the old; or add a property for it and deprecate this one.",
    },
    response: {
      what: `A response breaks where a format goes or becomes another one, as \`date\` for \`date-time\`. ${untypedResponse}`,
      why: "Callers parse by the format: what is no `date-time` gives an error, or midnight in another time zone.",
      instead:
        "Keep the format here, and send the other form as a new property, as `paidOn` beside `paidAt`.",
    },
  },
  pattern: {
    says: "`pattern` is a regular expression that a text must match.",
    request: {
      what: `A request breaks where a pattern is added or changes, as \`^[A-Z]{3}$\` for a code that could be in small letters. ${untypedRequest}`,
      why: "A caller who sends `eur`, which was fine, is refused.",
      instead:
        "Widen the pattern to what callers send, as `^[A-Za-z]{3}$`, and bring it into shape on the server.",
    },
    response: {
      what: `A response breaks where a pattern goes or changes, as when a code may have four letters. ${untypedResponse}`,
      why: "Callers cut texts up by the pattern, or check them by it, and take the wrong part or refuse the answer.",
      instead: "Keep the pattern here and send texts of the new form as a new property.",
    },
  },
  "content-encoding": {
    says: "`contentEncoding` says how bytes are put into a text, as `base64`.",
    request: {
      what: "A request breaks where it is added or changes, as from `base64` to `base64url`. The type stays `string`.",
      why: "The server decodes what callers send in the old way, and gets other bytes or an error.",
      instead:
        "Go on decoding the old form, which can often be told from the text, or take the new one as a new property.",
    },
    response: {
      what: "A response breaks where it goes or changes, as from `base64` to `base64url`. The type stays `string`.",
      why: "Callers decode in the old way, and get other bytes or an error.",
      instead: "Keep the encoding here and send the new form as a new property.",
    },
  },
  "content-media-type": {
    says: "`contentMediaType` says what a text holds, as `image/png` or `application/json`.",
    request: {
      what: "A request breaks where it is added or changes, as from `image/png` to `image/webp`. The type stays `string`.",
      why: "The server cannot read what callers go on sending: a PNG where it expects WebP.",
      instead: "Take both, which their first bytes tell apart; or take the new one as a new property.",
    },
    response: {
      what: "A response breaks where it goes or changes, as from `image/png` to `image/webp`. The type stays `string`.",
      why: "Callers hand the bytes to a reader of PNG, which fails on WebP.",
      instead: "Keep the old form here and send the new one as a new property.",
    },
  },
  "content-schema": {
    says: "`contentSchema` describes what a text holds once it is decoded, as JSON within a string.",
    request: {
      what: "A request breaks where it is narrower, as with one more required member in the JSON. The type stays `string`.",
      why: "Callers go on writing what was valid inside the text, and the server refuses it after decoding.",
      instead: "Make what is new optional, and go on taking what was valid.",
    },
    response: {
      what: "A response breaks where it is wider, as when a member of the JSON may be missing. The type stays `string`.",
      why: "Callers decode the text and read what was promised to be there.",
      instead: "Keep to the old schema inside the text, and only add optional members.",
    },
  },
} as const satisfies { readonly [subject: string]: SubjectText };
