import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { measureInterleaved } from "../measure-interleaved.js";
import { toFigure } from "../row.js";
import { timeCommand } from "../time-command.js";

/**
 * @import { Workshop } from "../create-workshop.js"
 * @import { Row } from "../row.js"
 * @import { Bench } from "./index.js"
 */

/** @type {Bench} */
export const review = {
  name: "review",
  summary: "`specmill review` of one line, and of a year of GitHub Enterprise, against `redocly diff`",
  isUsual: true,
  async measure(workshop, rounds = 5) {
    return [
      await measureLine(workshop, rounds),
      await measureLarge(workshop, rounds),
      await measureComment(workshop),
    ];
  },
};

/**
 * @param {Workshop} workshop
 * @param {number} rounds
 * @returns {Promise<Row>}
 */
async function measureLine(workshop, rounds) {
  const { cwd, before, after } = await prepareLine(workshop);
  const { line, diff } = await measureInterleaved(
    {
      line: async () => {
        const words = [specmillOf(cwd), "review", "--base", "HEAD", "--json"];
        const { seconds, stdout } = await timeNode(workshop, words, cwd, 1);
        assertFound(stdout, "request-enum");
        return seconds;
      },
      diff: async () => (await timeNode(workshop, diffWords(workshop, before, after), cwd)).seconds,
    },
    rounds,
    workshop.report,
  );
  return {
    what: "specmill review of one line, with consumers and lint",
    unit: "s",
    ours: line,
    peer: { name: "redocly diff", ...diff },
    bound: { kind: "at-most", value: 3 },
  };
}

/**
 * A house under git with one line of one document changed: a value less may be sent.
 *
 * @param {Workshop} workshop
 */
async function prepareLine(workshop) {
  const cwd = await workshop.copyHouse("review");
  const author = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"];
  for (const words of [["init"], ["add", "--all"], ["commit", "--allow-empty", "--message", "base"]]) {
    await timeCommand(workshop.processes, { words: ["git", ...author, ...words], cwd });
  }
  const after = join(cwd, "specs/upsun-profile/openapi.yaml");
  const before = join(workshop.folder, "before.yaml");
  const text = await readFile(after, "utf8");
  const changed = text.replace("enum: [light, dark]", "enum: [light]");
  if (changed === text) throw new Error(`${after} no longer holds the line that is to be changed`);
  await writeFile(before, text);
  await writeFile(after, changed);
  return { cwd, before, after };
}

/**
 * @param {Workshop} workshop
 * @param {number} rounds
 * @returns {Promise<Row>}
 */
async function measureLarge(workshop, rounds) {
  const {
    enterprise: [before, after],
  } = await workshop.peers();
  const house = await workshop.house();
  const { whole, diff } = await measureInterleaved(
    {
      whole: async () => {
        const words = [specmillOf(house), "review", "--base", before, "--head", after, "--json"];
        // Outside the house, whose rules for a document are none of GitHub's.
        const { seconds, stdout } = await timeNode(workshop, words, workshop.folder, 1);
        assertFound(stdout, "request-min-items");
        return seconds;
      },
      diff: async () =>
        (await timeNode(workshop, diffWords(workshop, before, after), workshop.folder)).seconds,
    },
    rounds,
    workshop.report,
  );
  return {
    what: "specmill review of GitHub Enterprise 3.18 to 3.19",
    unit: "s",
    ours: whole,
    peer: { name: "redocly diff", ...diff },
    bound: { kind: "at-most-peer", times: 1.5 },
  };
}

/**
 * What the pull request of that year would be told.
 *
 * @param {Workshop} workshop
 * @returns {Promise<Row>}
 * @throws {Error} where the comment leaves a break out
 */
async function measureComment(workshop) {
  const {
    enterprise: [before, after],
  } = await workshop.peers();
  const words = [specmillOf(await workshop.house()), "review", "--base", before, "--head", after];
  const comment = await timeNode(workshop, [...words, "--format", "markdown"], workshop.folder, 1);
  const json = await timeNode(workshop, [...words, "--json"], workshop.folder, 1);
  const breaks = listFindings(json.stdout).filter(
    ({ impact, status }) => impact === "breaking" && status !== "suspected",
  );
  const missing = breaks.filter(({ fingerprint }) => !comment.stdout.includes(fingerprint));
  if (breaks.length === 0 || missing.length > 0) {
    throw new Error(`the comment tells ${breaks.length - missing.length} of ${breaks.length} breaks`);
  }
  return {
    what: "the comment on it, with every break",
    unit: "B",
    ours: toFigure([Buffer.byteLength(comment.stdout)]),
    bound: { kind: "at-most", value: 60_000 },
  };
}

/** @param {string} house */
function specmillOf(house) {
  return join(house, "tools/cli/bin/specmill.js");
}

/**
 * @param {Workshop} workshop
 * @param {string} before
 * @param {string} after
 */
function diffWords(workshop, before, after) {
  const require = createRequire(join(workshop.root, "package.json"));
  const redocly = join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");
  return [redocly, "diff", before, after, "--format", "json", "--fail-on", "none"];
}

/**
 * @param {Workshop} workshop
 * @param {readonly string[]} words
 * @param {string} cwd
 * @param {number} [good]
 */
function timeNode({ processes }, words, cwd, good) {
  return timeCommand(processes, { words: [process.execPath, ...words], cwd }, good);
}

/**
 * A review that finds nothing would be quick.
 *
 * @param {string} json
 * @param {string} rule - of a break that is there
 */
function assertFound(json, rule) {
  const isFound = listFindings(json).some(
    (finding) => finding.rule === rule && finding.impact === "breaking",
  );
  if (!isFound) throw new Error(`the review does not find ${rule}`);
}

/**
 * @param {string} json
 * @returns {readonly { rule: string, impact: string, status: string, fingerprint: string }[]}
 */
function listFindings(json) {
  return JSON.parse(json).apis.flatMap((/** @type {{ findings: unknown[] }} */ api) => api.findings);
}
