import type { RuleTexts } from "@specmill/spec";

/** Of responses, but for their schemas; and of what the server calls by itself. */
export const responseTexts = {
  "response-encoding": {
    what: "A property of a form in a response travels in another way: its `contentType`, `style`, `explode` or headers. The package reads the new way by itself.",
    why: "Callers that read a part as text find JSON, or a list that is written otherwise.",
    instead: "Keep the way, and answer the new one as another media type or property.",
  },
  "response-added": {
    what: "An operation may answer with another status. The package's result gains a case, so that a `switch` over every status is no longer complete.",
    why: "On the wire errors may always come; code that handles each status by name has no branch for this one.",
    instead:
      "Nothing is to be done for an error. For a success, let callers ask for it, by `Prefer` or a parameter.",
  },
  "response-removed": {
    what: "A status is gone from an operation, or told by a range such as `2XX`. The package's result loses the case. It breaks HTTP callers where it is a success.",
    why: "Code that waits for `201` gets another status, takes it for a failure and may try again.",
    instead: "Go on answering with the status, and describe others beside it.",
  },
  "response-media-type-added": {
    what: "A response may come in another media type. The package's result gains a variant.",
    why: "It breaks nobody who asks with `Accept`; without it, callers rely on getting the old type.",
    instead: "Nothing is to be done, as long as the old type stays what comes unasked.",
  },
  "response-media-type-removed": {
    what: "A response no longer comes in a media type, as `text/csv`. The package's result loses the variant.",
    why: "Callers that ask for it get a 406, or a body that they cannot read.",
    instead:
      "Go on answering it to those who ask with `Accept`, and say in its description what to use instead.",
  },
  "response-header-added": {
    what: "A response has a new header. The package's `headers` gain it.",
    why: "It breaks nobody: callers ignore headers that they do not know.",
    instead: "Nothing is to be done.",
  },
  "response-header-removed": {
    what: "A header is gone from a response. The package's `headers` lose it.",
    why: "Callers that page by `X-Next` stop after the first page, and code that reads it does not compile.",
    instead: "Go on sending it, marked `deprecated`, beside what replaces it.",
  },
  "response-header-required": {
    what: "A header is always sent now, which is compatible, or no longer always, which breaks. In the package its type gains or loses `undefined`.",
    why: "Code that reads it without looking fails when it is missing, and does not compile.",
    instead: "Go on sending it always, if need be with an empty value.",
  },
  "callback-added": {
    what: "An operation may call the caller's own server back in a new case. The package has no part in it.",
    why: "It breaks nobody, as long as it is called only where a caller gave an address for it.",
    instead: "Nothing is to be done.",
  },
  "callback-removed": {
    what: "A callback is gone: the server does not call any more. The package has no part in it.",
    why: "Callers wait for news that never comes, and nothing fails that would tell them.",
    instead: "Go on calling, marked `deprecated`, until those who registered an address have another way.",
  },
  "webhook-added": {
    what: "The API may send a new webhook. The package has no part in it.",
    why: "It breaks nobody, as long as those who receive it have subscribed.",
    instead: "Nothing is to be done; send it to new subscriptions only.",
  },
  "webhook-removed": {
    what: "A webhook is no longer sent. The package has no part in it.",
    why: "Receivers wait for news that never comes, and nothing fails that would tell them.",
    instead: "Go on sending it, marked `deprecated`, until no subscription is left.",
  },
} as const satisfies RuleTexts;
