import type { RuleTexts } from "@specmill/spec";

/** Of parameters and request bodies, but for their schemas. */
export const requestTexts = {
  "path-parameter-renamed": {
    what: "A parameter of a path has another name at the same place, as `{id}` and `{petId}`. The address stays the same; in the package the argument is called otherwise.",
    why: "`getPet({ path: { id } })` does not compile against the new package.",
    instead: "Keep the name: callers of HTTP never see it. Rename it with the next major version.",
  },
  "parameter-added": {
    what: "An operation has a new parameter. It breaks where it is required: the package demands it in each call. An optional one is compatible.",
    why: "Every caller there is leaves it out, since it did not exist, and is refused.",
    instead: "Make it optional, with what was done so far as its `default`.",
  },
  "parameter-removed": {
    what: "A parameter is gone. The server no longer knows it, and in the package a call with it does not compile.",
    why: "Callers who filter by it get everything, or are refused.",
    instead: "Keep it, marked `deprecated`, and go on doing what it says until the next major version.",
  },
  "parameter-required": {
    what: "A parameter is required now, which breaks, or optional, which is compatible. The package's argument follows.",
    why: "A caller who leaves it out, which was fine, is refused, and its code does not compile.",
    instead: "Leave it optional and assume on the server what was assumed so far, documented as `default`.",
  },
  "parameter-serialization": {
    what: "A parameter or a header is written in another way: `style`, `explode`, `allowReserved`, the media type, or the case of its name. The package writes the new way by itself.",
    why: "Callers go on sending `?tag=a,b`, which is now one tag called `a,b`.",
    instead: "Read both ways, which can mostly be told apart, or take the new one under a new name.",
  },
  "request-body-added": {
    what: "An operation takes a body now. It breaks where the body is required: the package demands `body` in each call.",
    why: "Every caller there is sends none, and is refused.",
    instead: "Make the body optional (`required: false`) and do without it what was done so far.",
  },
  "request-body-removed": {
    what: "An operation takes no body any more. In the package a call with `body` does not compile.",
    why: "What callers send there is ignored, or refused by servers that expect none.",
    instead: "Go on taking the body, with its properties marked `deprecated`.",
  },
  "request-body-required": {
    what: "The body of a request is required now, which breaks, or optional, which is compatible. The package's argument follows.",
    why: "A caller who sends no body, which was fine, is refused, and its code does not compile.",
    instead: "Leave it optional, and treat none like `{}`.",
  },
  "request-media-type-added": {
    what: "A body may be sent as another media type. In the package a caller can choose it.",
    why: "It breaks nobody who calls the server; in a webhook or a callback the one who receives it must be able to read it.",
    instead: "Nothing is to be done. In a webhook, send the new type only to those who asked for it.",
  },
  "request-media-type-removed": {
    what: "A body may no longer be sent as a media type, as `application/xml`. In the package its variant is gone.",
    why: "Callers who send it get a 415, and their code does not compile.",
    instead: "Go on taking it, and say in its description which one to use instead.",
  },
  "request-encoding": {
    what: "A property of a form travels in another way: its `contentType`, `style`, `explode` or headers. The package writes the new way by itself.",
    why: "The server reads a part that older callers send as text as if it were JSON, and refuses it.",
    instead: "Take both ways, told apart by the part's `Content-Type`, or add a property for the new one.",
  },
} as const satisfies RuleTexts;
