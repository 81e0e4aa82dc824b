import { verdictTexts } from "../rule-texts.ts";
import type { Blame, ContractRule, Failure } from "../run/verdict.ts";

/** What a failure means, and what to do about it, for whoever reads a report. */
export interface Explanation {
  readonly meaning: string;
  /** An instruction to whoever is to blame. */
  readonly action: string;
}

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
  return { meaning: verdictTexts[rule].what, action: closer[`${rule} ${blame}`] ?? actions[blame] };
}
