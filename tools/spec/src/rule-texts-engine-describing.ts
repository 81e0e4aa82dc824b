import type { RuleTexts } from "./rule-texts.ts";

/** Rules of the engine about the document as a whole: information, tags, servers, security, components, references. */
export const describingTexts: RuleTexts = {
  struct: {
    what: "The document breaks the grammar of OpenAPI: a key that is not known there, one that is missing, or a value of the wrong type.",
    why: "Tools drop what they do not know, each another part, so a slip such as `requred` disables what it was to say.",
    instead:
      "Look at the key that is named: mend its spelling or its indent, or begin it with `x-` if it is an extension.",
  },
  "info-license": {
    what: "`info` has no `license`.",
    why: "Nobody knows whether the description may be copied, or a client built from it published.",
    instead: "Add `license: { name: …, identifier: … }`; ask the owner of the API if you are not.",
  },
  "info-license-strict": {
    what: "A licence is named and cannot be looked up: it has neither `url` nor, in OpenAPI 3.1, an SPDX `identifier`.",
    why: "A name such as `BSD` fits several texts, so a reader cannot know which of them holds.",
    instead: "Add `identifier: Apache-2.0` in 3.1, or a `url` to the text in 3.0.",
  },
  "no-empty-servers": {
    what: "The document has no `servers`, or an empty list.",
    why: "OpenAPI then assumes `/`, the host of the document itself, which is rarely where the API is.",
    instead:
      "List the server; where its address is not public, write `/` and say in its description that a caller gives the origin.",
  },
  "no-server-example.com": {
    what: "A server is on `example.com` or `localhost`.",
    why: "A client takes the first server for granted, and would send real credentials to a placeholder.",
    instead: "Name the real host, a variable in it, or `/` where callers bring their own.",
  },
  "no-server-trailing-slash": {
    what: "The address of a server ends with `/`.",
    why: "Paths begin with one, so a URL comes out as `https://api.test//pets`, which many servers take for another path.",
    instead: "Drop the last slash: `https://api.test/v1`.",
  },
  "no-server-variables-empty-enum": {
    what: "The `enum` of a server variable is empty, or does not have its `default`.",
    why: "No value is allowed, or the one that a client begins with is not, so no address can be built that the document permits.",
    instead: "List the values, with the default among them, or leave `enum` out for any text.",
  },
  "no-undefined-server-variable": {
    what: "The address of a server has a `{variable}` that `variables` does not define, or the reverse.",
    why: "There is no default to put there, and the braces would go over the wire.",
    instead: "Define it with a `default`, or take it out of the address.",
  },
  "security-defined": {
    what: "An operation asks for a security scheme that is not defined, or nothing says whether it asks for any.",
    why: "A client cannot send a credential of unknown form, and silence leaves open whether the operation is public.",
    instead:
      "Define the scheme in `components.securitySchemes`, and write `security: []` at what needs no credential.",
  },
  "security-scopes-defined": {
    what: "A requirement names an OAuth 2 scope that none of the scheme's flows defines.",
    why: "No token with such a scope can be had as documented, so whoever follows the document is refused.",
    instead: "Add the scope with its meaning to the flow, or correct its name in the requirement.",
  },
  "tag-description": {
    what: "A tag has no description.",
    why: "Tags are the chapters of the documentation; a heading alone does not say what belongs below it.",
    instead: "Add a sentence on what the operations of the tag have in common.",
  },
  "no-duplicated-tag-names": {
    what: "Two entries of `tags` have one name.",
    why: "Which of the two descriptions holds is up to each tool, and some show the chapter twice.",
    instead: "Merge them into one entry.",
  },
  "tags-alphabetical": {
    what: "The list `tags` is not in alphabetical order.",
    why: "With one order for all, two branches that each add a tag seldom touch the same line, and readers find theirs.",
    instead: "Sort the list by `name`.",
  },
  "no-unused-components": {
    what: "A component is referred to by nothing.",
    why: "It is kept up in vain, gets a type in no client, and a reader takes it for a part of the API.",
    instead: "Delete it, or refer to it from where it was meant to be used.",
  },
  "spec-components-invalid-map-name": {
    what: "The name of a component has other characters than letters, digits, `.`, `-` and `_`.",
    why: "A space or a slash breaks the pointers that refer to it, and gives a type a name that nobody expects.",
    instead: "Rename it, as from `Pet details` to `PetDetails`, with every `$ref` to it.",
  },
  "component-name-unique": {
    what: "Two files have different components of one kind and one name.",
    why: "When they are bundled one of them is renamed, as to `Pet-2`, and a type of the client with it.",
    instead: "Give them two names that tell what differs, or keep one file that both refer to.",
  },
  "spec-ref-siblings": {
    what: "Keys stand beside a `$ref` where OpenAPI lets it have none.",
    why: "They are ignored, as a `description` or a `nullable` beside a `$ref` of OpenAPI 3.0 is.",
    instead: "Put them in the target, or wrap the reference: `allOf: [{ $ref: … }]` with the keys beside it.",
  },
  "spec-strict-refs": {
    what: "A `$ref` stands where OpenAPI knows none, such as for a whole map of properties or of examples.",
    why: "One tool follows it and another does not, so documentation, mock and client come to differ.",
    instead:
      "Refer from within: give each schema, parameter, response or example of the map a `$ref` of its own.",
  },
  "no-unsafe-markdown": {
    what: "A description has a `<script>`, an event handler such as `onclick`, or a `javascript:` link.",
    why: "Documentation shows descriptions as HTML: what runs there runs with the rights of its reader.",
    instead: "Write Markdown. Put code that is to be read between backticks.",
  },
};
