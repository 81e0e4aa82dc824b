import type { PlainOperator, Subject } from "./draft-mutant.ts";
import { judgeHeader } from "./judge-header.ts";
import { judgeParameter } from "./judge-parameter.ts";
import { judgeResponse } from "./judge-response.ts";
import { judgeSchema } from "./judge-schema.ts";
import { judgeSecurity } from "./judge-security.ts";
import type { Judgement } from "./judge-shift.ts";

/**
 * What a change means to whoever relies on the document before it, by rules alone: whether a case notices has no say.
 * What no rule proves to be without effect counts as breaking, unless answers can only keep to less by it.
 */
export function judgeMutant(subject: Subject): Judgement {
  switch (subject.kind) {
    case "plain":
      return { effect: "breaking", because: plainReasons[subject.operator] };
    case "schema":
      return judgeSchema(subject);
    case "parameter":
      return judgeParameter(subject);
    case "security":
      return judgeSecurity(subject.turns);
    case "response":
      return judgeResponse(subject);
    case "header":
      return judgeHeader(subject);
  }
}

const plainReasons: Readonly<Record<PlainOperator, string>> = {
  "operation-drop": "the operation is gone: its requests are refused",
  "path-rename": "the path is gone: its requests are refused",
  "method-change": "the operation is gone from its method: its requests are refused",
  "parameter-add": "requests know nothing of a parameter that is now required: they are refused",
  "body-require": "a request may leave its body out: it is refused",
  "body-relax": "a request has to have a body: one without is allowed",
  "body-drop": "a request may have a body: nobody looks at it any more, or it is refused",
  "body-media-type-change": "the media type of a body is no longer known: requests are refused",
  "body-media-type-drop": "a media type of the body is no longer known: requests are refused",
  "response-media-type-change": "answers are of a media type that was not promised",
  "response-media-type-drop": "whoever asks for the media type gets none: requests are refused",
  "example-rename": "whoever asks for the example by its name gets none: requests are refused",
  "example-change": "the answer that the document shows is another",
};
