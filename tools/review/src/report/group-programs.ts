import { count, listWords } from "./report-text.ts";

export interface CodeFile {
  readonly file: string;
  /** Which of the programs in it: `, programs 1 and 3`. Nothing where it is one itself. */
  readonly programs: string;
}

/** Programs to be counted rather than listed. */
const mostNumbers = 12;

/** Code by file: `README.md#1` and `README.md#2` are programs of the same one. */
export function groupPrograms(names: readonly string[]): readonly CodeFile[] {
  const files = new Map<string, string[]>();
  for (const name of names) {
    const [, file = name, program] = /^(.*)#(\d+)$/s.exec(name) ?? [];
    files.set(file, [...(files.get(file) ?? []), ...(program === undefined ? [] : [program])]);
  }
  return [...files].map(([file, numbers]) => ({ file, programs: namePrograms(numbers) }));
}

function namePrograms(numbers: readonly string[]): string {
  if (numbers.length === 0) return "";
  if (numbers.length > mostNumbers) return `, ${count(numbers.length, "program")}`;
  return `, program${numbers.length === 1 ? "" : "s"} ${listWords(numbers)}`;
}
