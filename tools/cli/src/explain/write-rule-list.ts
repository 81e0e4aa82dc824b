import type { RuleGroup } from "./list-rules.ts";

const width = 80;

/** The names of all rules, group by group, in as many columns as 80 characters hold. */
export function writeRuleList(groups: readonly RuleGroup[]): string {
  const told = groups.map(
    ({ tool, title, rules }) =>
      `${tool}: ${title.replaceAll("`", "")}\n${writeColumns(rules.map(({ name }) => name))}`,
  );
  return `${told.join("\n\n")}\n\nRun \`specmill explain RULE\` for what a rule finds, why, and what to do instead.\n`;
}

/** Names down the columns, in order. */
function writeColumns(names: readonly string[]): string {
  const cell = Math.max(...names.map((name) => name.length)) + 2;
  const columns = Math.max(1, Math.floor(width / cell));
  const height = Math.ceil(names.length / columns);
  return Array.from({ length: height }, (_, row) =>
    names
      .filter((_name, index) => index % height === row)
      .map((name) => `  ${name}`.padEnd(cell))
      .join("")
      .trimEnd(),
  ).join("\n");
}
