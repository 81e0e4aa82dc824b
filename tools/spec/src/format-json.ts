import type { Problem } from "./problem.ts";

/** Problems for a program: one JSON document, `{ "problems": [...] }`. */
export function formatJson(problems: readonly Problem[]): string {
  return `${JSON.stringify({ problems }, undefined, 2)}\n`;
}
