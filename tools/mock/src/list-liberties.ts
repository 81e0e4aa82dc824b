import { type Api, joinPointer, type Operation } from "@specmill/spec";
import { isUnreadable } from "./check-body.ts";
import { isCheckable } from "./check-security.ts";
import type { Rewrite } from "./rewrite.ts";

/** What the mock makes up, and what it lets pass, of the things that a document says. */
export function listLiberties({ operations, securitySchemes }: Api): readonly Rewrite[] {
  return [
    ...securitySchemes
      .filter((scheme) => !isCheckable(scheme))
      .map(({ name }) => ({
        rule: "unchecked-security",
        pointer: joinPointer("#/components/securitySchemes", name),
        message: "A request does not show whether its credential is there; every request passes.",
      })),
    ...operations.flatMap((operation) => [...listUnreadable(operation), ...listSampled(operation)]),
  ];
}

function listUnreadable({ requestBody }: Operation): readonly Rewrite[] {
  return (requestBody?.content ?? []).filter(isUnreadable).map(({ pointer }) => ({
    rule: "unchecked-body",
    pointer,
    message: "A schema does not say how its values are written in this media type; every body passes.",
  }));
}

function listSampled({ responses }: Operation): readonly Rewrite[] {
  return responses.flatMap(({ content }) =>
    content
      .filter(({ examples, jsonSchema }) => examples.length === 0 && jsonSchema !== undefined)
      .map(({ pointer }) => ({
        rule: "sampled-answer",
        pointer,
        message: "It has no example; its answers are made up from its schema.",
      })),
  );
}
