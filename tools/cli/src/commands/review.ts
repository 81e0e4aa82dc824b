import { resolve } from "node:path";
import { type Command, UsageError } from "../command.ts";
import { parseOptions } from "../parse-options.ts";
import { reviewFormats } from "../review/format-review.ts";
import { runReview } from "../review/run-review.ts";

export const review: Command = {
  summary: "tell what a change to a document does to everyone who uses the API",
  help: `Usage: specmill review [api…] --base REF [--head REF] [--report DIR] [--format NAME]
       specmill review --base OLD.yaml --head NEW.yaml […]

Compares the documents of two sides and tells what breaks: on the wire, and in code compiled against the packages.
Each finding is proved by a payload or by the compiler, derived by rule, or only suspected, which stops nothing.

  --base REF         a git ref, of which the merge base is taken; or a folder; or a file
  --head REF         the same; the working tree where it is not given
  --consumers GLOB   files that use the packages, to be compiled against old and new; give it as often as needed
  --report DIR       write comment.md, report.html, review.json, review.sarif, summary.md and annotations.txt there
  --write-changeset  write .changeset/<api>.md with the version bump and the notes of the release
  --format NAME      text (the default), markdown (the comment), json, github (annotations), html, sarif
  --json             the same as --format json

Exit codes: 0 nothing breaks that is not approved; 1 something does, or a document or an approval is at fault;
2 misuse, or a bug. \`specmill explain RULE\` tells of a rule.
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      base: { type: "string" },
      head: { type: "string" },
      consumers: { type: "string", multiple: true, default: [] },
      report: { type: "string" },
      "write-changeset": { type: "boolean", default: false },
      format: { type: "string", default: "text" },
      json: { type: "boolean", default: false },
    });
    const format = values.json ? "json" : reviewFormats.find((known) => known === values.format);
    if (format === undefined) throw new UsageError(`--format is one of ${reviewFormats.join(", ")}`);
    if (values.base === undefined) {
      throw new UsageError(
        "--base says what to compare with: a git ref such as origin/main, a folder or a file",
      );
    }
    return runReview({
      apis: positionals,
      base: values.base,
      ...(values.head === undefined ? {} : { head: values.head }),
      consumers: values.consumers,
      writeChangeset: values["write-changeset"],
      format,
      ...(values.report === undefined ? {} : { folder: resolve(values.report) }),
    });
  },
};
