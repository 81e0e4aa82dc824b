import { type SubjectText, untypedRequest, untypedResponse } from "./subject-text.ts";

/** Of how schemas are put together. */
export const choiceTexts = {
  "all-of": {
    says: "`allOf` lists schemas that a value must fit all at once. Only what they say together counts: to split or merge them is no change.",
    request: {
      what: "A request breaks where they ask for more together, as by a further schema with a required property. The package's intersection gains a part.",
      why: "Callers send what fitted the others, and are refused for the one that is new.",
      instead: "Make what the new schema asks for optional, or use it in a new operation only.",
    },
    response: {
      what: "A response breaks where they promise less together, as when the schema that brings `id` goes. The package's intersection loses a part.",
      why: "Code that reads `id` does not compile any more, and finds nothing where it is not compiled.",
      instead: "Go on sending what the schema promised, marked `deprecated`.",
    },
  },
  "any-of": {
    says: "`anyOf` lists schemas of which a value must fit at least one.",
    request: {
      what: "A request breaks where a schema leaves the list, or such a list is added: an address may no longer be plain text. The package's union loses a member.",
      why: "Callers who send the form that went are refused, and their code does not compile against the new package.",
      instead: "Go on taking the old form and turn it into the new one on the server; mark it `deprecated`.",
    },
    response: {
      what: "A response breaks where a schema joins the list, or the list goes: an address may be plain text now. The package's union grows.",
      why: "Callers look only for the forms that were listed, and read `address.city` of a text.",
      instead: "Go on answering the old forms here, and send the new one as a new property or media type.",
    },
  },
  "one-of": {
    says: "`oneOf` lists schemas of which a value must fit exactly one.",
    request: {
      what: "A request breaks where a schema leaves the list, or a new one overlaps another: what fits two is refused. The package's union loses a member; of an overlap it says nothing.",
      why: "Callers who send the form that went, or one that fits two schemas now, are refused.",
      instead:
        "Keep the old form. Tell branches apart by a required property with one `const` each, so that none can overlap.",
    },
    response: {
      what: "A response breaks where a schema joins the list, as a payment by `voucher` beside card and transfer. The package's union grows, and a `switch` over it is no longer complete.",
      why: "Callers treat the list as complete: a voucher falls through, or is read as a card.",
      instead:
        "Keep the list, and send new kinds in a new property, or as a media type that callers ask for.",
    },
  },
  not: {
    says: "`not` is a schema that a value must not fit.",
    request: {
      what: `A request breaks where more is forbidden, as the name \`admin\`. ${untypedRequest}`,
      why: "A caller who sends what is forbidden now, and was fine, is refused.",
      instead:
        "Go on taking what was fine, and forbid it in a new operation; or replace the value on the server.",
    },
    response: {
      what: `A response breaks where less is forbidden. ${untypedResponse}`,
      why: "Callers were told that such values never come, and have no branch for them.",
      instead: "Go on leaving them out here, and send them as a new property.",
    },
  },
  condition: {
    says: "`if`, `then` and `else` ask for more of a value depending on what it is like.",
    request: {
      what: `A request breaks where more is asked under a condition, as a \`vatId\` when \`country\` is \`DE\`. ${untypedRequest}`,
      why: "A caller in that case sends what was enough, and is refused; all others notice nothing, which makes it hard to find.",
      instead:
        "Take the value without it and ask later; or make a case of its own, with a `const` to tell it by, that asks for it.",
    },
    response: {
      what: `A response breaks where less is promised under a condition. ${untypedResponse}`,
      why: "A caller in that case reads what was always there, and finds nothing.",
      instead: "Go on sending what the condition promised.",
    },
  },
  discriminator: {
    says: "`discriminator` names the property whose value says which schema of a list holds.",
    request: {
      what: "A request breaks where another property decides, or a value no longer leads to its schema, as `dog` to `Dog`. In the package the literals of that property change.",
      why: "Callers who send `petType: dog` are not understood any more, or are held to another schema.",
      instead: "Keep the property and all old values in `mapping`, and add new values beside them.",
    },
    response: {
      what: "A response breaks where another property decides, or a value is new or leads elsewhere. In the package the literals of that property change, and with them each `switch` over it.",
      why: "Callers choose by the old property and values, and read a dog as a cat or as nothing.",
      instead: "Go on sending the old property with the old values; add what is new beside it.",
    },
  },
} as const satisfies { readonly [subject: string]: SubjectText };
