import type { Problem } from "./problem.ts";

/**
 * Problems as workflow commands, which GitHub Actions shows at the line of the pull request that they name. It
 * shows ten errors and ten warnings of a step and drops the rest.
 *
 * @returns a line for each problem, nothing for none
 */
export function formatGithub(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatCommand(problem)}\n`).join("");
}

function formatCommand({ severity, file, line, column, rule, message, hint }: Problem): string {
  const properties = Object.entries({ file, line, col: column, title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${severity} ${properties}::${escapeData(hint === undefined ? message : `${message}\n${hint}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
