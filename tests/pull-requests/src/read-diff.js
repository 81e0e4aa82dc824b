/**
 * @typedef {object} FileDiff
 * @property {string} file - as it is called after the change
 * @property {readonly DiffLine[]} lines
 *
 * @typedef {object} DiffLine
 * @property {"context" | "added" | "removed" | "hunk"} kind
 * @property {string} text - without the sign
 * @property {number | undefined} before - its number in the old file
 * @property {number | undefined} after - its number in the new file
 */

/**
 * Reads a unified diff of text files.
 *
 * @param {string} diff - as `git diff` prints it
 * @returns {readonly FileDiff[]}
 */
export function readDiff(diff) {
  return diff
    .split(/^(?=diff --git )/m)
    .filter((part) => part !== "")
    .map((part) => {
      const [head = "", ...hunks] = part.split(/^(?=@@ )/m);
      const [, file] = /^\+\+\+ b\/(.*)$/m.exec(head) ?? [];
      if (file === undefined) throw new Error(`this is no change of a text file:\n${head}`);
      return { file, lines: hunks.flatMap(readHunk) };
    });
}

/**
 * @param {string} hunk
 * @returns {DiffLine[]}
 */
function readHunk(hunk) {
  const [title = "", ...lines] = hunk.replace(/\n$/, "").split("\n");
  const [, from, to] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(title) ?? [];
  let before = Number(from);
  let after = Number(to);
  /** @type {DiffLine[]} */
  const read = [{ kind: "hunk", text: title, before: undefined, after: undefined }];
  for (const line of lines) {
    const text = line.slice(1);
    switch (line[0]) {
      case "+":
        read.push({ kind: "added", text, before: undefined, after: after++ });
        break;
      case "-":
        read.push({ kind: "removed", text, before: before++, after: undefined });
        break;
      case " ":
        read.push({ kind: "context", text, before: before++, after: after++ });
        break;
      default: // A file that does not end in a line break says so.
        break;
    }
  }
  return read;
}
