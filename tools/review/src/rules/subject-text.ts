import type { RuleText } from "@specmill/spec";

/** What people are told of a change to one keyword, for the two ways in which values travel. */
export interface SubjectText {
  /** What the keyword says. */
  readonly says: string;
  /** To the server. `what` tells, after that, which change breaks and what users of the package see of it. */
  readonly request: RuleText;
  /** From the server. */
  readonly response: RuleText;
}

/** What users of the package see of a request that is narrower in a way of which no type tells. */
export const untypedRequest =
  "No type tells of it; with the package's `./schemas` the call ends in `invalid-request` before it is sent.";

/** The same of a response that is wider. */
export const untypedResponse =
  "No type tells of it; a client of the older package that validates makes an `invalid-response` of the answer.";
