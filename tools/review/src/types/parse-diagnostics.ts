/** One complaint of the compiler. */
export interface Diagnostic {
  /** As the compiler names it: relative to the folder that it ran in. Absent for what is of no file. */
  readonly file?: string;
  /** Counted from 1; 0 for what is of no file. */
  readonly line: number;
  /** Counted from 1; 0 for what is of no file. */
  readonly column: number;
  readonly code: number;
  /** The first line, which says what is wrong. */
  readonly message: string;
  /** The lines that say why, from the outermost to the innermost. */
  readonly reasons: readonly string[];
}

const placed = /^(.+)\((\d+),(\d+)\): error TS(\d+): (.*)$/;
const unplaced = /^error TS(\d+): (.*)$/;

/**
 * Reads what `tsc --pretty false` prints.
 *
 * @throws Error on a line that is no complaint: then whatever ran was not the compiler, or did not end well
 */
export function parseDiagnostics(output: string): readonly Diagnostic[] {
  const diagnostics: (Omit<Diagnostic, "reasons"> & { readonly reasons: string[] })[] = [];
  for (const line of output.split(/\r?\n/)) {
    if (line === "") continue;
    const last = diagnostics.at(-1);
    const [, file, row, column, code, message = ""] = placed.exec(line) ?? [];
    const [, globalCode, globalMessage = ""] = unplaced.exec(line) ?? [];
    if (file !== undefined) {
      diagnostics.push({
        file,
        line: Number(row),
        column: Number(column),
        code: Number(code),
        message,
        reasons: [],
      });
    } else if (globalCode !== undefined) {
      diagnostics.push({ line: 0, column: 0, code: Number(globalCode), message: globalMessage, reasons: [] });
    } else if (last !== undefined && /^\s/.test(line)) {
      last.reasons.push(line.trim());
    } else {
      throw new Error(`The TypeScript compiler printed what is no diagnostic: ${line.slice(0, 200)}`);
    }
  }
  return diagnostics;
}
