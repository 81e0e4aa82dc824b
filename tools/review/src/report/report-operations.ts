import type { JoinedFinding } from "./join-axes.ts";
import { code, htmlCode } from "./report-markdown.ts";
import { compareText, count, listWords } from "./report-text.ts";

/**
 * Whether a change of a schema is one of the request or of the response: `request of `, before the names of operations.
 * Nothing where the message says so; nor of what the server calls, as the words would be understood the wrong way round.
 */
export function namePart({ direction, operations, rule, message }: JoinedFinding): string {
  const isCalled = operations.some((name) => /^webhook | callback /.test(name));
  if (direction === undefined || operations.length === 0 || isCalled) return "";
  return rule.startsWith(`${direction}-`) && !message.includes(direction) ? `${direction} of ` : "";
}

/** The operations that something reaches: some by name, and how many more; `the whole API` where it is of none. */
export function writeOperations(operations: readonly string[], named: number): string {
  const [only] = operations;
  if (only === undefined) return "the whole API";
  if (operations.length === 1) return code(only);
  if (named === 0) return count(operations.length, "operation");
  const left = operations.length - named;
  // A last one is named rather than counted: "and 1 more" is no shorter.
  if (left <= 1) return listWords(operations.map(code));
  return `${operations.slice(0, named).map(code).join(", ")} and ${left} more`;
}

/** The same with all of them in a fold, for the cell of a table. */
export function foldOperations(operations: readonly string[], named: number): string {
  const left = operations.length - named;
  if (operations.length < 2 || left <= 1) return writeOperations(operations, named);
  const shown = operations.slice(0, named).map(code).join(", ");
  const rest = operations.slice(named).map(htmlCode).join(", ");
  return `${shown} <details><summary>and ${left} more</summary>${rest}</details>`;
}

export interface Counted {
  readonly name: string;
  readonly many: number;
}

/** How often each name occurs, the most frequent first. */
export function countNames(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, many]) => ({ name, many }))
    .sort((a, b) => b.many - a.many || compareText(a.name, b.name));
}
