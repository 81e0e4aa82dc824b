import type { JoinedFinding } from "./join-axes.ts";
import { htmlCode, sentence } from "./report-markdown.ts";
import { countNames, namePart, writeOperations } from "./report-operations.ts";
import { count } from "./report-text.ts";
import type { Section } from "./section.ts";

/** By the operations that they reach; what requests and responses have in common is said once. New operations are named even where folded. */
export function writeCompatible(findings: readonly JoinedFinding[], longest: number): readonly Section[] {
  if (findings.length === 0) return [];
  const groups = new Map<string, Map<string, JoinedFinding[]>>();
  for (const finding of findings) {
    const key = JSON.stringify(finding.operations);
    const group = groups.get(key) ?? new Map<string, JoinedFinding[]>();
    const same = group.get(finding.message) ?? [];
    groups.set(key, group.set(finding.message, [...same, finding]));
  }
  const lines = [...groups.values()].flatMap((group) => {
    const [[first] = []] = group.values();
    if (first === undefined) return [];
    const items = [...group].map(([message, same]) =>
      sentence(`${message.replace(/\.$/, "")}${nameDirections(same)}.`, longest),
    );
    const { operations } = first;
    if (operations.length === 0) return items.map((item) => `- ${item}`);
    return [`- ${writeOperations(operations, 2)}`, ...items.map((item) => `  - ${item}`)];
  });
  const many = [...groups.values()].reduce((total, { size }) => total + size, 0);
  return [{ title: `${count(many, "compatible change")}${nameAdded(findings)}`, lines, isNews: true }];
}

function nameDirections(findings: readonly JoinedFinding[]): string {
  const parts = new Set(findings.map(namePart).filter((part) => part !== ""));
  const names = [...parts].sort().map((part) => part.replace(" of ", ""));
  return names.length === 0 ? "" : ` (${names.join(" and ")})`;
}

const mostAdded = 20;

function nameAdded(findings: readonly JoinedFinding[]): string {
  const added = countNames(
    findings.filter(({ rule }) => rule === "operation-added").flatMap(({ operations }) => operations),
  ).map(({ name }) => name);
  if (added.length === 0) return "";
  const left = added.length - mostAdded;
  const names = added.slice(0, mostAdded).map(htmlCode).join(", ");
  return `, with the new ${added.length === 1 ? "operation" : "operations"} ${names}${left > 0 ? ` and ${left} more` : ""}`;
}
