import type { Blame, ContractRule, Failure } from "../run/verdict.ts";

/** What a failure means, and what to do about it, for whoever reads a report. */
export interface Explanation {
  readonly meaning: string;
  /** An instruction to whoever is to blame. */
  readonly action: string;
}

const meanings: Readonly<Record<ContractRule, string>> = {
  "wire-mismatch": "What went over the wire, read back by the document, is not what the client was given.",
  "client-outcome": "The client made no request, or told its caller something else than the answer says.",
  "invalid-example": "The document breaks its own schema with an example.",
  "valid-request-refused": "The document allows this request, and it was refused.",
  "invalid-request-accepted": "The document forbids this request, and it was accepted.",
  "refused-otherwise": "The request was refused, but not for the fault that it has.",
  "undocumented-status": "The answer has a status that the operation does not declare.",
  "undocumented-media-type": "The answer has a media type that its status does not declare.",
  "response-schema": "The body of the answer breaks the schema that the document promises.",
  "response-header": "A header of the answer is missing, or breaks its schema.",
  "other-response": "Another response came than the one that was asked for.",
  "server-failure": "The server did not cope with the request: it failed, or gave no answer.",
};

const actions: Readonly<Record<Blame, string>> = {
  client:
    "Do not edit the generated client. Generate it again; where the failure stays, report the request below to the maintainers of the generator.",
  spec: "Edit the document at the pointer: what it says there cannot be kept.",
  mock: "Neither document nor client is at fault. Look for a rewrite of the mock at this pointer in the report; report it as a fault of the mock.",
  upstream: "The server differs from the document. Change the server, or document what it really does.",
};

/** Instructions that say more than the one for the blame alone. */
const closer: Readonly<Partial<Record<`${ContractRule} ${Blame}`, string>>> = {
  "response-schema spec": "Edit the example or the schema at the pointer, so that the one fits the other.",
  "response-header spec":
    "Edit the header's example or its schema at the pointer, so that the one fits the other.",
  "invalid-request-accepted spec":
    "Edit the document at the pointer: the constraint there forbids nothing that can be sent.",
  "valid-request-refused spec":
    "Edit the document at the pointer: two of its rules contradict each other, so that nothing is valid.",
  "undocumented-status upstream":
    "Add the status to the responses of the operation, or stop the server from giving it.",
  "undocumented-media-type upstream":
    "Add the media type to the response, or have the server send the one that is documented.",
  "invalid-request-accepted upstream":
    "Have the server refuse the request, or relax the document at the pointer to what the server takes.",
  "valid-request-refused upstream":
    "Have the server take the request, or tighten the document at the pointer to what the server asks for.",
  "server-failure upstream": "Mend the server: it must answer this request with a status that is documented.",
};

/** What a failure means and who has to do what; the one place that knows, for every format. */
export function explainFailure({ rule, blame }: Failure): Explanation {
  return { meaning: meanings[rule], action: closer[`${rule} ${blame}`] ?? actions[blame] };
}
