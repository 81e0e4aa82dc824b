import type { RuleText, RuleTexts } from "@specmill/spec";
import type { ContractRule } from "./run/verdict.ts";
import type { DriftKind } from "./upstream/drift.ts";

/** What a case can find. `explainFailure` adds what whoever is to blame has to do. */
export const verdictTexts: Readonly<Record<ContractRule, RuleText>> = {
  "wire-mismatch": {
    what: "What went over the wire, read back by the document, is not what the client was given.",
    why: "A list in the wrong style or a lost escape reaches the server as another value, and nobody is told.",
    instead:
      "Generate the client again. If it stays, the way the document writes this parameter is one that the generator gets wrong: report it.",
  },
  "client-outcome": {
    what: "The client made no request, or told its caller something else than the answer says.",
    why: "Code that switches on `status` would take the wrong branch, or wait for an answer that never comes.",
    instead: "Generate the client again, and report the request that the failure shows if it stays.",
  },
  "invalid-example": {
    what: "The document breaks its own schema with an example.",
    why: "The mock answers with it and readers send it: both would contradict the types of the client.",
    instead: "Edit the example or the schema at the pointer, whichever is not what the API really does.",
  },
  "valid-request-refused": {
    what: "The document allows this request, and it was refused.",
    why: "A caller who keeps to the document gets an error, and no type in the client warned of it.",
    instead: "Have the server take it, or add to the document what the server asks for beyond it.",
  },
  "invalid-request-accepted": {
    what: "The document forbids this request, and it was accepted.",
    why: "Callers come to rely on what was never promised, and break when somebody closes the gap.",
    instead: "Have the server refuse it, or drop the rule that forbids it if it was too strict.",
  },
  "refused-otherwise": {
    what: "The request was refused, but not for the fault that it has.",
    why: "The rule that was to be tested may not be enforced at all: something else got in first.",
    instead:
      "Look at the reason that the answer gives, and mend that fault first; then the case says what it was made for.",
  },
  "undocumented-status": {
    what: "The answer has a status that the operation does not declare.",
    why: "A client can only call it `undocumented`: it has no type for the body, and callers no branch for it.",
    instead: "Add the status to the operation's responses, or stop the server from giving it.",
  },
  "undocumented-media-type": {
    what: "The answer has a media type that its status does not declare.",
    why: "The client does not know how to read the body, so its result is `invalid-response`.",
    instead: "Add the media type to the response, or have the server send the documented one.",
  },
  "response-schema": {
    what: "The body of the answer breaks the schema that the document promises.",
    why: "The client's types say otherwise: a property that is missing is `undefined` where the compiler vouched for a text.",
    instead: "Mend what the server sends, or describe what it sends: optional, nullable, or of another type.",
  },
  "response-header": {
    what: "A header of the answer is missing, or breaks its schema.",
    why: "Code that goes to the next page by a header stops at the first.",
    instead: "Send the header as documented, or document it as optional or of another schema.",
  },
  "other-response": {
    what: "Another response came than the one that was asked for.",
    why: "What was to be tested was not: the response in question may be wrong without anyone seeing.",
    instead:
      "Look at why the server preferred another answer; often a check that comes first refuses the request.",
  },
  "server-failure": {
    what: "The server did not cope with the request: it failed, or gave no answer.",
    why: "A request that one caller sends by mistake may take the service down for others.",
    instead: "Mend the server: it must answer this request with a documented status.",
  },
};

/** In which ways traffic differs from the document. */
export const driftTexts: Readonly<Record<DriftKind, RuleText>> = {
  "undocumented-operation": {
    what: "Traffic has a request whose method and path the document does not know.",
    why: "Somebody depends on an operation that no client has, and that may change without review.",
    instead: "Describe the operation, or find out who calls it and end it.",
  },
  "undocumented-status": verdictTexts["undocumented-status"],
  "undocumented-media-type": verdictTexts["undocumented-media-type"],
  "undocumented-property": {
    what: "Traffic has a property that the document does not declare, in a request or in a response.",
    why: "It is in no type, so callers cannot use it without a cast, and its removal would be no finding.",
    instead: "Declare it, as optional unless it is always there; or stop sending it.",
  },
  "undocumented-query-parameter": {
    what: "A request has a query parameter that the operation does not declare.",
    why: "The client cannot send it; whoever does has built the address by hand.",
    instead: "Declare the parameter as optional, or have the server refuse it if it means nothing.",
  },
  "undocumented-header": {
    what: "Traffic has a header of the API's own that the document does not declare.",
    why: "Callers who need it read it past the types, and nothing says what its values mean.",
    instead: "Declare it at the response or as a parameter, or stop sending it.",
  },
  "undocumented-type": {
    what: "A value has another type than the document says, such as a number that came as text.",
    why: "`total + 1` puts two texts together where the compiler vouched for numbers.",
    instead: "Send the documented type, or document both: `type: [number, string]`.",
  },
  "undocumented-null": {
    what: "A value is null, which the document does not allow.",
    why: "The first method called on it throws, and no type told the caller to look.",
    instead: 'Document `type: [string, "null"]`, or leave the property out where there is no value.',
  },
  "undocumented-value": {
    what: "A value is none of those that an `enum` or a `const` lists.",
    why: "A `switch` over the listed values falls through, although the compiler held it to be complete.",
    instead:
      "Add the value to the list; if more will come, list the known ones in `x-extensible-enum` instead.",
  },
  "undocumented-format": {
    what: "A text is not of the `format` that the document names, such as a date without its time zone.",
    why: "What parses by the format fails on it, or reads another moment.",
    instead: "Send the format, or drop or change it in the document.",
  },
  "broken-constraint": {
    what: "A value breaks another keyword of its schema: a length, a bound, a pattern, a number of items.",
    why: "Columns and buffers were sized by the limit, and a client that validates refuses the value.",
    instead: "Keep to the limit, or document the one that holds.",
  },
  "missing-required": {
    what: "Something that the document requires is not there.",
    why: "Code reads it without looking, as its type allows, and fails.",
    instead: "Send it always, or document it as optional.",
  },
  unreadable: {
    what: "A body or a parameter is not what it claims to be, such as cut-off JSON; no document can allow for that.",
    why: "Nobody can read it, whatever they expect.",
    instead: "Mend the side that wrote it; often the `Content-Type` is wrong.",
  },
};

/** What a run as a whole, its files or its gates can be faulted for. */
export const contractTexts: RuleTexts = {
  "contract failed": {
    what: "The run of an API failed for a reason that no single case shows, such as a fault planted in its client that no case noticed.",
    why: "Cases that miss a planted fault would miss a real one too.",
    instead: "Read the reasons beside it, and add the example or the case that would have seen it.",
  },
  "contract not verified": {
    what: "Nothing is proved of an API: a request known to be wrong was accepted, no case could be made for an operation, or a part of the run is missing.",
    why: "A check that never fails proves nothing; to call that a success would be hope.",
    instead:
      "Look at what answers at the target, and give each operation an example or a rule that a request can break.",
  },
  "contract-coverage": {
    what: "Of a class of obligations, fewer are covered than its gate in `contract.yaml` asks: of statuses, values, constraints and the like.",
    why: "What no case tries may be wrong in document, client or mock for months.",
    instead:
      "Add the examples that cases are made of, or exclude an obligation with a reason and a last day.",
  },
  "contract-lock": {
    what: "A run covers less, or has fewer cases, than `contract.lock.json` holds; as a warning, it merely differs.",
    why: "Tests that silently vanish look just like tests that pass.",
    instead:
      "Bring the cases back; where the loss is meant, run `specmill contract --update-lock` and commit the file.",
  },
  "contract-settings": {
    what: "`contract.yaml` cannot be used: it is no YAML, or has an unknown key or a value out of range.",
    why: "A gate with a slip in its name would guard nothing.",
    instead: "Correct the entry that is named; each exclusion has `obligation`, `reason` and `expires`.",
  },
  "contract-file": {
    what: "A file of recorded exchanges or of regression cases cannot be read.",
    why: "Left out in silence, what it was to prevent could come back unseen.",
    instead: "Restore the file from its last commit, or delete it and record it again.",
  },
  "contract-part": {
    what: "Parts of a run were merged, and none of them has a report of this API.",
    why: "An API that was not run would count as one that passed.",
    instead: "Name the APIs that were run, `specmill contract <api…> --merge DIR`, or run the missing part.",
  },
  "exclusion-matches-nothing": {
    what: "An exclusion names an obligation that there is not.",
    why: "It excludes nothing now, and might hide something new that happens to fit it later.",
    instead: "Copy the id from the report, or remove the entry if what it was for is gone.",
  },
  "exclusion-without-reason": {
    what: "An exclusion does not say why.",
    why: "Without a reason nobody can tell later whether it still holds.",
    instead: "Say in `reason` what keeps it from being tested.",
  },
  "exclusion-expired": {
    what: "The last day of an exclusion has passed.",
    why: "What was to be excused for a while would be excused for ever.",
    instead: "Cover the obligation, or look at the reason again and set a later day.",
  },
  "exclusion-needless": {
    what: "All that an exclusion excludes is covered anyhow.",
    why: "It would hide it if the coverage were lost again.",
    instead: "Remove the entry.",
  },
  "surviving-mutant": {
    what: "The document was changed in a way that breaks callers, and no case noticed.",
    why: "The same change, made by mistake, would pass your tests.",
    instead: "Add an example or a case that uses what was changed; the report suggests one.",
  },
};
