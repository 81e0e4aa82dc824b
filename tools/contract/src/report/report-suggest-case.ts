import type { MutationResult } from "../mutant/mutant.ts";

/** What to look for in the name of an operator, and what to do where its mutants survive. */
const suggestions: readonly (readonly [RegExp, string])[] = [
  [
    /security/,
    "Send the request without a credential, and with each scheme alone, and have the wrong ones refused.",
  ],
  [/header/, "Ask for the answer that has the header, and check that it is there and valid."],
  [/param/, "Send the parameter with a value that only the document as it is allows, and without it."],
  [
    /status|response-drop|example/,
    "Ask for the response by its status and its name, and check that it comes.",
  ],
  [/content|media/, "Send and ask for each media type that is declared, and one that is not."],
  [
    /enum|const|one-?of|any-?of|branch|discriminator/,
    "Send and ask for each value or branch by itself, and one that is none of them.",
  ],
  [/null/, "Send null, or ask for an answer with null, at the pointer."],
  [/required/, "Leave out the member at the pointer, in a request or in a minimal answer."],
  [/body/, "Send the request without a body, and with one."],
  [/(?:read|write)-only/, "Send the member at the pointer in a request, and look for it in an answer."],
  [
    /additional|prop/,
    "Send an object with the member at the pointer, with one that is unknown, and without either.",
  ],
  [/pattern|format|type/, "Send a value at the pointer that differs from a valid one in this rule alone."],
  [
    /bound|min|max|length|items|multiple/,
    "Send the last value that is allowed at the pointer, and the first that is not.",
  ],
  [/op|path|method/, "Call the operation by its method and path, and check that no other method answers."],
];

/** What case would notice a change that none did, in a sentence. */
export function suggestCase({ operator }: Pick<MutationResult, "operator">): string {
  const known = suggestions.find(([pattern]) => pattern.test(operator));
  return (
    known?.[1] ?? "Add a case that the document before the change and the one after it answer differently."
  );
}
