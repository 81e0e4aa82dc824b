import { type Palette, plainPalette } from "./palette.ts";
import type { Problem } from "./problem.ts";

/** Gives the text of the file that a problem names, or undefined where there is none to show. */
export type ReadSource = (file: string) => string | undefined;

const widest = 100;

/**
 * Problems for a person at a terminal: each with the lines around it, a caret below the place and what to do,
 * and a count at the end.
 *
 * @param readSource - without it, or where it finds nothing, a problem is shown without its lines
 * @param palette - without it, no colours
 */
export function formatCodeframe(
  problems: readonly Problem[],
  readSource: ReadSource = () => undefined,
  palette: Palette = plainPalette,
): string {
  const blocks = problems.map((problem) => formatBlock(problem, readSource(problem.file), palette));
  return `${[...blocks, summarize(problems, palette)].join("\n\n")}\n`;
}

function formatBlock(problem: Problem, source: string | undefined, palette: Palette): string {
  const { file, line, column, severity, rule, message, hint } = problem;
  const paint = severity === "error" ? palette.red : palette.yellow;
  const place = palette.cyan(makeVisible(`${file}:${line}:${column}`));
  const head = `${place}  ${paint(severity)}  ${palette.bold(makeVisible(rule))}  ${makeVisible(message)}`;
  const frame = source === undefined ? [] : drawFrame(source, problem, palette);
  return [head, ...frame, ...(hint === undefined ? [] : [`  ${makeVisible(hint)}`])].join("\n");
}

function drawFrame(source: string, { line, column, severity }: Problem, palette: Palette): readonly string[] {
  const lines = source.split(/\r\n|[\r\n]/);
  const faulty = lines[line - 1];
  if (faulty === undefined) return [];
  const first = Math.max(1, line - 1);
  const last = Math.min(lines.length, line + 1);
  const gutter = String(last).length;
  // Of a long line, the part around the place.
  const start = column > widest ? column - widest / 2 : 0;
  const caret = (severity === "error" ? palette.red : palette.yellow)("^");
  const indent = faulty.slice(start, column - 1).replace(/[^\t]/g, " ");
  return lines.slice(first - 1, last).flatMap((text, index) => {
    const number = first + index;
    const shown = makeVisible(text.slice(start, start + widest));
    const row = `${number === line ? ">" : " "} ${String(number).padStart(gutter)} | `;
    const printed = `${palette.dim(row)}${shown}`.trimEnd();
    return number === line
      ? [printed, `${palette.dim(`  ${" ".repeat(gutter)} | `)}${indent}${caret}`]
      : [printed];
  });
}

function summarize(problems: readonly Problem[], palette: Palette): string {
  if (problems.length === 0) return "No problems found.";
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors > 0 ? [palette.red(count(errors, "error"))] : []),
    ...(warnings > 0 ? [palette.yellow(count(warnings, "warning"))] : []),
  ];
  return `${counts.join(" and ")} in ${count(new Set(problems.map(({ file }) => file)).size, "file")}`;
}

function count(many: number, word: string): string {
  return `${many} ${word}${many === 1 ? "" : "s"}`;
}

/** A document may hold what moves a terminal's cursor or turns its text around; here it shows instead. */
function makeVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (mark) => (mark === "\t" ? mark : "\ufffd"));
}
