import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "./problem.ts";
import { houseRules } from "./rules/index.ts";

/**
 * Problems as a SARIF 2.1.0 log, which code scanning takes in. Paths are relative to `%SRCROOT%`, which whoever
 * reads the log knows; a rule is described once, each result refers to it.
 */
export function formatSarif(problems: readonly Problem[]): string {
  const ids = [...new Set(problems.map(({ rule }) => rule))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "specmill", rules: ids.map((id) => describeRule(id, problems)) } },
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => describeResult(problem, ids.indexOf(problem.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** All four texts are there for every rule, because code scanning refuses a rule that lacks one. */
function describeRule(id: string, problems: readonly Problem[]) {
  const house = houseRules.find((rule) => id === `specmill/${rule.id}`);
  const summary = { text: house?.summary ?? id };
  const hint = house?.hint ?? problems.find((problem) => problem.rule === id)?.hint;
  return { id, shortDescription: summary, fullDescription: summary, help: { text: hint ?? summary.text } };
}

function describeResult({ rule, severity, message, hint, file, line, column }: Problem, ruleIndex: number) {
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: isAbsolute(file)
            ? { uri: pathToFileURL(file).href }
            : { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}
