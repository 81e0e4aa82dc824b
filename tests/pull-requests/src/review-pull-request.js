import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../../runtimes/src/run-command.js";
import { readAnnotations } from "./read-annotations.js";

/**
 * @import { Processes } from "../../../bench/src/create-processes.js"
 * @import { Annotation } from "./read-annotations.js"
 *
 * @typedef {object} Report - what a review left
 * @property {number | null} exit
 * @property {string} stderr
 * @property {number} seconds
 * @property {string} comment
 * @property {string} html
 * @property {ReviewJson} review
 * @property {string} sarif
 * @property {string} summary
 * @property {readonly Annotation[]} annotations
 *
 * @typedef {object} ReviewJson - as much of it as is looked at
 * @property {readonly { api: string, kind: string, bump: string, findings: readonly FindingJson[] }[]} apis
 * @property {readonly { message: string, file: string, line: number }[]} problems
 *
 * @typedef {object} FindingJson
 * @property {string} rule
 * @property {string} impact
 * @property {string} status
 * @property {readonly string[]} operations
 * @property {object} [excuse]
 */

/**
 * Reviews a branch against `main`, as the workflow does.
 *
 * @param {Processes} processes
 * @param {string} repository
 * @param {string} branch
 * @param {string} folder - for the report
 * @returns {Promise<Report>}
 * @throws {Error} where a part of the report is not written
 */
export async function reviewPullRequest(processes, repository, branch, folder) {
  const began = performance.now();
  const bin = join(repository, "tools/cli/bin/specmill.js");
  const { code, stderr } = await runCommand(processes, {
    words: [
      process.execPath,
      bin,
      "review",
      "--base",
      "main",
      "--head",
      branch,
      "--report",
      folder,
      "--format",
      "github",
    ],
    cwd: repository,
  });
  const seconds = (performance.now() - began) / 1000;
  const read = (/** @type {string} */ name) =>
    readFile(join(folder, name), "utf8").catch(() => {
      throw new Error(`the review ended with ${code} and without ${name}:\n${stderr}`);
    });
  return {
    exit: code,
    stderr,
    seconds,
    comment: await read("comment.md"),
    html: await read("report.html"),
    review: JSON.parse(await read("review.json")),
    sarif: await read("review.sarif"),
    summary: await read("summary.md"),
    annotations: readAnnotations(await read("annotations.txt")),
  };
}
