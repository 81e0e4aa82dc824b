import { escapeHtml } from "./escape-html.js";
import { isShown } from "./judge-report.js";

/**
 * @import { Annotation } from "./read-annotations.js"
 * @import { DiffLine, FileDiff } from "./read-diff.js"
 */

const signs = { context: " ", added: "+", removed: "-", hunk: "" };
const levels = { error: "Check failure", warning: "Check warning", notice: "Check notice" };

/**
 * The changed files as HTML, each annotation below its line, and below all files those that no diff shows.
 *
 * @param {readonly FileDiff[]} diff
 * @param {readonly Annotation[]} annotations
 * @returns {string}
 */
export function writeDiff(diff, annotations) {
  const hidden = annotations.filter(({ file, line }) => !isShown(diff, file, line));
  const files = diff.map(({ file, lines }) => {
    const own = annotations.filter((annotation) => annotation.file === file);
    return `<section class="box file">
<h4>${escapeHtml(file)}</h4>
<div class="scroll"><table>
${lines.map((line) => writeLine(line, own)).join("\n")}
</table></div>
</section>`;
  });
  if (hidden.length > 0) {
    files.push(
      `<section class="box"><h4>Not in the diff</h4>${hidden.map(writeAnnotation).join("\n")}</section>`,
    );
  }
  return files.join("\n");
}

/**
 * @param {DiffLine} line
 * @param {readonly Annotation[]} annotations - of its file
 */
function writeLine({ kind, text, before, after }, annotations) {
  const row = `<tr class="${kind}"><td class="number">${before ?? ""}</td><td class="number">${after ?? ""}</td><td class="sign">${signs[kind]}</td><td class="text">${escapeHtml(text)}</td></tr>`;
  const here = annotations.filter(({ line }) => after !== undefined && line === after);
  if (here.length === 0) return row;
  return `${row}\n<tr><td colspan="4" class="notes">${here.map(writeAnnotation).join("\n")}</td></tr>`;
}

/** @param {Annotation} annotation */
function writeAnnotation({ level, file, line, title, message }) {
  return `<div class="annotation ${level}"><p class="where"><strong>${levels[level]}</strong> on line ${line} in ${escapeHtml(file)}</p>
<p class="title">${escapeHtml(title)}</p>
<pre>${escapeHtml(message)}</pre></div>`;
}
