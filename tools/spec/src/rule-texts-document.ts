import type { RuleTexts } from "./rule-texts.ts";

/** What keeps a document from being read, or the rules from being run. */
export const documentTexts: RuleTexts = {
  "file-not-readable": {
    what: "A document cannot be opened: there is none at this path, it is a folder, or access is denied.",
    why: "Nothing of it is known, so nothing can be linted, generated, mocked or compared.",
    instead: "Check the path for a slip, and that the file is committed and may be read.",
  },
  "yaml-syntax": {
    what: "A file is neither YAML nor JSON, as with a tab for an indent or a bracket that never closes.",
    why: "Nothing after the place was read. A document of which half is missing would pass checks that the other half fails.",
    instead: "Mend the text at the line that is named. Quote what holds `: `, ` #` or a leading `@` or `*`.",
  },
  "unsupported-document": {
    what: "A file holds no OpenAPI 3.0 or 3.1: it is no mapping, it names no version, or it names Swagger 2, 3.2 or another.",
    why: "Read as what it is not, it would lose parts without a word, and a client would lack them.",
    instead: "Write `openapi: 3.1.0` at the top, and convert a Swagger 2 document with a converter first.",
  },
  "no-unresolved-refs": {
    what: "A `$ref` leads to a file or to a place within one that is not there.",
    why: "What it stands for is missing: a client would have `unknown` for a type, and the mock would let anything pass.",
    instead:
      "Correct the path, or what comes after the `#`; it is case-sensitive, and `/` in a name is written `~1`.",
  },
  "lint-configuration": {
    what: "`redocly.yaml` cannot be used: it is no YAML, or names a rule, a preset or a plugin that does not exist.",
    why: "A rule whose name has a slip never runs, and everything seems to be in order. So no document was linted.",
    instead:
      "Correct the entry at the place that is named. `specmill explain` lists the rules that there are.",
  },
};
