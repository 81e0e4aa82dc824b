import { type Command, UsageError } from "../command.ts";
import { listRules, type Rule } from "../explain/list-rules.ts";
import { nearestRules } from "../explain/nearest-rules.ts";
import { writeRule } from "../explain/write-rule.ts";
import { writeRuleList } from "../explain/write-rule-list.ts";
import { writeRulePage } from "../explain/write-rule-page.ts";
import { parseOptions } from "../parse-options.ts";
import { printResult } from "../print.ts";

export const explain: Command = {
  summary: "tell what a rule finds, why, and what to do instead",
  help: `Usage: specmill explain [RULE]
       specmill explain --all

Tells of a rule of lint, generate, mock, contract or review, by the name that a report gives it; without a name,
which rules there are.

  --all   all of them as a page of Markdown, which is docs/rules.md
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, { all: { type: "boolean", default: false } });
    const groups = listRules();
    if (values.all) {
      if (positionals.length > 0) throw new UsageError("name a rule or give --all, not both");
      printResult(writeRulePage(groups));
      return 0;
    }
    if (positionals.length === 0) {
      printResult(writeRuleList(groups));
      return 0;
    }
    // Reports put whose fault it is, or for whom it breaks, behind the name; and the names of two rules have a space.
    const wanted = positionals
      .join(" ")
      .replace(/\s*\([^()]*\)$/, "")
      .trim();
    const rules = groups.flatMap((group) => group.rules);
    const found = rules.filter(({ name }) => name === wanted);
    if (found.length === 0) throw new UsageError(describeUnknown(wanted, rules));
    printResult(found.map(writeRule).join("\n"));
    return 0;
  },
};

function describeUnknown(wanted: string, rules: readonly Rule[]): string {
  const near = nearestRules(wanted, [...new Set(rules.map(({ name }) => name))]);
  const hint = near.length === 0 ? "`specmill explain` lists all." : `Did you mean ${near.join(", ")}?`;
  return `there is no rule "${wanted}". ${hint}`;
}
