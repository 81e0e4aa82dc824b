// Keeps one comment on a pull request: written once, edited in place. Runs with a token that may write, after the
// review ran with one that may not; so the comment's text is data of strangers, and so is nothing else.
//
//   node post-review-comment.js FILE
//
// GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL as GitHub sets them. Of the run that wrote FILE, as the event that
// started this one tells of it: HEAD_OWNER, HEAD_BRANCH, HEAD_SHA, RUN_TITLE and RUN_URL.
import { lstat, readFile } from "node:fs/promises";

const marker = "<!-- specmill-review -->";
/** How the comment begins that is only written over one that says otherwise. */
const quiet = `${marker}\n\n**No API changes.** Compared `;
/** What GitHub takes as one comment, in characters. */
const limit = 65_536;
const author = "github-actions[bot]";

const [file] = process.argv.slice(2);
const env = readEnvironment([
  "GITHUB_TOKEN",
  "GITHUB_REPOSITORY",
  "GITHUB_API_URL",
  "HEAD_OWNER",
  "HEAD_BRANCH",
  "HEAD_SHA",
  "RUN_TITLE",
  "RUN_URL",
]);

async function main() {
  const said = await readComment();
  const isQuiet = said?.startsWith(quiet);
  const body = said === undefined ? describeFailure() : isQuiet ? said : addLink(said);
  if (body.length > limit)
    throw new Error(`a comment holds ${limit} characters, and this one has ${body.length}`);
  const pull = await findPull();
  if (pull === undefined) return `no open pull request has ${env.HEAD_SHA} as its head: nothing to say`;
  const comment = await findComment(pull);
  if (comment === undefined) {
    if (said === undefined || isQuiet) return `#${pull}: nothing to say, nor to take back`;
    await call("POST", `issues/${pull}/comments`, { body });
    return `#${pull}: commented`;
  }
  if (comment.body === body) return `#${pull}: the comment says so already`;
  await call("PATCH", `issues/comments/${comment.id}`, { body });
  return `#${pull}: edited the comment`;
}

function readEnvironment(names) {
  const missing = names.filter((name) => (process.env[name] ?? "") === "");
  if (missing.length > 0) fail(`${missing.join(", ")} must be set`);
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** Nothing where there is no file: the review broke off before it. What is no file itself may lead out of the report. */
async function readComment() {
  if (file === undefined) throw new Error("name the file that holds the comment");
  const stats = await lstat(file).catch(() => undefined);
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new Error("the comment is not a file");
  if (stats.size > 4 * limit) throw new Error(`${stats.size} bytes are no comment`);
  const said = (await readFile(file, "utf8")).trim();
  if (!said.startsWith(`${marker}\n`)) throw new Error(`the comment does not begin with ${marker}`);
  return said;
}

/** What was said of an older commit may not hold any more. */
function describeFailure() {
  return `${marker}\n\n**The review of ${env.HEAD_SHA} broke off.** [Its log](${env.RUN_URL}) says why.`;
}

function addLink(said) {
  return `${said}\n\n[The HTML report](${env.RUN_URL}#artifacts) is among the artifacts of the run.`;
}

/**
 * By the commit that was reviewed: a number alone would be a stranger's word. It only chooses between pull requests of
 * the same commit into several branches.
 */
async function findPull() {
  const head = `${env.HEAD_OWNER}:${env.HEAD_BRANCH}`;
  const pulls = await call("GET", `pulls?${new URLSearchParams({ state: "open", head, per_page: "100" })}`);
  const same = pulls.filter((pull) => pull.head.sha === env.HEAD_SHA);
  const named = same.find(({ number }) => env.RUN_TITLE.startsWith(`#${number} `));
  return (named ?? same[0])?.number;
}

async function findComment(pull) {
  for (let page = 1; ; page++) {
    const comments = await call("GET", `issues/${pull}/comments?per_page=100&page=${page}`);
    const found = comments.find(({ user, body }) => user?.login === author && body?.startsWith(marker));
    if (found !== undefined || comments.length < 100) return found;
  }
}

async function call(method, path, body) {
  const response = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/${path}`, {
    method,
    redirect: "error",
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      "content-type": "application/json",
      "x-github-api-version": "2022-11-28",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path.split("?")[0]} was answered ${response.status}`);
  return response.json();
}

function fail(words) {
  process.stderr.write(`post-review-comment: ${words}\n`);
  process.exit(1);
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  fail(error instanceof Error ? error.message : error);
}
