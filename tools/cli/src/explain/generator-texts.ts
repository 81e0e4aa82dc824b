import type { RuleTexts } from "@specmill/spec";

/** What `specmill generate` reports beside what the linter finds. */
export const generatorTexts: RuleTexts = {
  "no-operations": {
    what: "The document describes no operation.",
    why: "A client of it would have nothing to call.",
    instead:
      "Add an operation below `paths`; a document of shared components alone belongs beside the API folders.",
  },
  "operation-id-unique": {
    what: "Two operations have one `operationId`, be it written or made from the path.",
    why: "A client has one method of a name, so one of the two could not be called.",
    instead: "Give each operation an id of its own. One that is published keeps its name.",
  },
  "schema-not-checked": {
    what: "No validator can be made of a schema, as with a pattern that no engine of JavaScript understands.",
    why: "The package's `./schemas` let every value of it pass, although the document forbids some.",
    instead: "Mend the keyword that the message names, or say the same with others.",
  },
  "types-not-generated": {
    what: "No types can be made of the document: its structure is not what OpenAPI says.",
    why: "There is no client until it is mended; an older package stays as it was.",
    instead: "Run `specmill lint` on the document: it names the place.",
  },
  "foreign-file": {
    what: "A generated package holds a file that Specmill did not write.",
    why: "Everything in `packages/<api>` may be deleted and comes back as it was; this file would not.",
    instead: "Move it to `specs/<api>`, or delete it.",
  },
  "output-not-ours": {
    what: "The folder for the package holds files that Specmill did not write and would overwrite.",
    why: "A slip in `--out` could replace somebody's work.",
    instead: "Choose an empty folder, or one that an earlier run filled.",
  },
  "output-not-written": {
    what: "The package cannot be written: a folder is read-only, or a file stands where a folder should be.",
    why: "Half a package would be worse than none, so it was left at that.",
    instead: "Make the place that is named writable, or choose another `--out`.",
  },
};
