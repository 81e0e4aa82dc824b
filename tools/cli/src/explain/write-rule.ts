import type { Rule } from "./list-rules.ts";
import { wrapText } from "./wrap-text.ts";

const width = 80;

/** A rule as a person reads it in a terminal of 80 columns. */
export function writeRule({ name, tool, text }: Rule): string {
  const parts = [
    ["What", text.what],
    ["Why", text.why],
    ["Instead", text.instead],
  ] as const;
  return [
    `${name} (specmill ${tool})`,
    ...parts.map(([label, said]) => `\n${label}\n${indent(wrapText(said, width - 2))}`),
    "",
  ].join("\n");
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}
