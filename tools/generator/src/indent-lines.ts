/** The same text with every line but the first moved in. No text that is moved may hold the end of a line itself. */
export function indentLines(text: string, indent: string): string {
  return text.replaceAll("\n", `\n${indent}`);
}
