import { rmSync } from "node:fs";
import { mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createProcesses } from "../../../bench/src/create-processes.js";
import { quietEnvironment } from "../../../bench/src/quiet-environment.js";
import { runInTurn } from "../../runtimes/src/run-in-turn.js";
import { gitEnvironment } from "./git-environment.js";
import { judgeReport } from "./judge-report.js";
import { makeBranch } from "./make-branch.js";
import { makeRepository } from "./make-repository.js";
import { pullRequests } from "./pull-requests.js";
import { reviewPullRequest } from "./review-pull-request.js";
import { writeIndex } from "./write-index.js";

/**
 * @import { Processes } from "../../../bench/src/create-processes.js"
 * @import { FileDiff } from "./read-diff.js"
 * @import { Reviewed } from "./write-index.js"
 */

const root = fileURLToPath(new URL("../../../", import.meta.url));

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`pull-requests: ${error instanceof Error ? error.message : error}\n`);
  return 2;
});

/**
 * @param {string[]} words
 * @returns {Promise<0 | 1 | 2>} whether all reviews are as wanted, one is not, or nothing could be tried
 */
async function main(words) {
  const { values } = parseArgs({ args: words, options: { out: { type: "string" } } });
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-pull-requests-")));
  const processes = createProcesses({ ...quietEnvironment(process.env), ...gitEnvironment });
  process.once("exit", () => {
    processes.killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => {
      void processes.stopAll().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
    });
  }
  const out = resolve(values.out ?? join(folder, "out"));
  await mkdir(out, { recursive: true });
  const repository = join(folder, "repository");
  await makeRepository(processes, root, repository);
  const reviewed = await reviewAll(processes, repository, out);
  await writeFile(join(out, "index.html"), writeIndex(reviewed));
  if (values.out !== undefined) report(`Look at ${join(values.out, "index.html")}`);
  return reviewed.every(({ faults }) => faults.length === 0) && isSharp(reviewed) ? 0 : 1;
}

/**
 * @param {Processes} processes
 * @param {string} repository
 * @param {string} out
 * @returns {Promise<readonly Reviewed[]>}
 */
async function reviewAll(processes, repository, out) {
  /** @type {(readonly FileDiff[])[]} */
  const diffs = [];
  // All use one working tree: in turn, and before any review.
  for (const pullRequest of pullRequests) diffs.push(await makeBranch(processes, repository, pullRequest));
  const tasks = pullRequests.map((pullRequest, index) => async () => {
    const number = index + 1;
    const folder = `${String(number).padStart(2, "0")}-${pullRequest.name}`;
    const reviewed = await reviewPullRequest(processes, repository, pullRequest.name, join(out, folder));
    const diff = diffs[index] ?? [];
    const faults = judgeReport(reviewed, pullRequest.want, diff);
    const verdict = faults.length === 0 ? "ok" : ["FAILED", ...faults].join("\n  ");
    report(`${folder}: exit ${reviewed.exit} in ${reviewed.seconds.toFixed(1)} s: ${verdict}`);
    return { pullRequest, number, folder, diff, report: reviewed, faults };
  });
  return runInTurn(tasks, availableParallelism());
}

/**
 * Whether what is wanted of one pull request can be missed: by the review of the one before.
 *
 * @param {readonly Reviewed[]} reviewed
 */
function isSharp(reviewed) {
  const blunt = reviewed.filter(({ pullRequest, diff }, index) => {
    const other = reviewed.at(index - 1);
    return other === undefined || judgeReport(other.report, pullRequest.want, diff).length === 0;
  });
  for (const { folder } of blunt) report(`${folder}: another review would do as well`);
  return blunt.length === 0;
}

/** @param {string} text */
function report(text) {
  process.stderr.write(`${text}\n`);
}
