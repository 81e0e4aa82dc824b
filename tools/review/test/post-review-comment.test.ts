import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeComment } from "../src/report/write-comment.ts";

const script = fileURLToPath(new URL("../../../.github/post-review-comment.js", import.meta.url));
const marker = "<!-- specmill-review -->";
const robot = "github-actions[bot]";
const sha = "5f1c0d7a".repeat(5);
const breaking = `${marker}\n\n**1 breaking change must be approved or undone.**`;
const quiet = writeComment(
  { base: "main at 1234567", head: "topic at 89abcde", apis: [], problems: [] },
  { textOf: () => ({ what: "", why: "", instead: "" }) },
);

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body: string | null;
}

interface Pull {
  readonly number: number;
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
}

/** What GitHub holds, and every request that would change it. */
interface Hub {
  readonly pulls?: readonly Pull[];
  readonly comments?: readonly Comment[];
  /** What is answered instead to a request that starts so. */
  readonly fault?: readonly [request: string, status: number];
}

const own: Pull = { number: 7, owner: "specmill", branch: "topic", sha };
const environment = {
  GITHUB_TOKEN: "the-token",
  GITHUB_REPOSITORY: "specmill/specmill",
  HEAD_OWNER: "specmill",
  HEAD_BRANCH: "topic",
  HEAD_SHA: sha,
  RUN_TITLE: "#7 Ask for a reason",
  RUN_URL: "https://github.test/runs/1",
};
const link = "\n\n[The HTML report](https://github.test/runs/1#artifacts) is among the artifacts of the run.";
const posted = `${breaking}${link}`;
const brokeOff = `${marker}\n\n**The review of ${sha} broke off.** [Its log](https://github.test/runs/1) says why.`;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "specmill-poster-"));
});
afterAll(() => rm(folder, { recursive: true }));

const by = (login: string, body: string, id = 1): Comment => ({ id, user: { login }, body });
const chatter = (count: number): readonly Comment[] =>
  Array.from({ length: count }, (_, index) => by("ada", "Looks good to me.", 1000 + index));

describe("what is written", () => {
  const patched = (id: number, body: string) => [[`PATCH issues/comments/${id}`, body]];
  test.each<{ name: string; hub?: Hub; body?: string | undefined; env?: object; want: unknown[] }>([
    { name: "a first comment", body: breaking, want: [["POST issues/7/comments", posted]] },
    {
      name: "the same comment, edited",
      hub: { comments: [by(robot, `${marker}\n\nold`, 3)] },
      body: breaking,
      want: patched(3, posted),
    },
    {
      name: "nothing where the comment says so already",
      hub: { comments: [by(robot, posted)] },
      body: `${breaking}\n`,
      want: [],
    },
    {
      name: "over a comment on the third page",
      hub: { comments: [...chatter(200), by(robot, `${marker}\n\nold`, 3)] },
      body: breaking,
      want: patched(3, posted),
    },
    {
      name: "a first comment below exactly one page of others",
      hub: { comments: chatter(100) },
      body: breaking,
      want: [["POST issues/7/comments", posted]],
    },
    {
      name: "a comment of its own, where a stranger has written the marker",
      hub: { comments: [by("mallory", `${marker}\n\nold`)] },
      body: breaking,
      want: [["POST issues/7/comments", posted]],
    },
    {
      name: "a comment of its own, where another workflow quotes the marker, and an account or a text is gone",
      hub: {
        comments: [
          by(robot, `> ${marker}`),
          { id: 2, user: null, body: marker },
          { ...by(robot, ""), body: null },
        ],
      },
      body: breaking,
      want: [["POST issues/7/comments", posted]],
    },
    { name: "nothing where no API changes", body: quiet, want: [] },
    {
      name: "that no API changes any more",
      hub: { comments: [by(robot, breaking, 3)] },
      body: quiet,
      want: patched(3, quiet.trim()),
    },
    {
      name: "a comment in which a document says that there are no API changes",
      body: `${breaking}\n\n**No API changes.** Compared `,
      want: [["POST issues/7/comments", `${breaking}\n\n**No API changes.** Compared${link}`]],
    },
    {
      name: "to the pull request of a fork, and not to one of the same branch and commit in this repository",
      hub: { pulls: [own, { ...own, number: 8, owner: "ada" }] },
      env: { HEAD_OWNER: "ada" },
      body: breaking,
      want: [["POST issues/8/comments", posted]],
    },
    {
      name: "to the one of two pull requests of a branch that was reviewed",
      hub: { pulls: [own, { ...own, number: 70 }] },
      env: { RUN_TITLE: "#70 Ask for a reason" },
      body: breaking,
      want: [["POST issues/70/comments", posted]],
    },
    {
      name: "to its own pull request, whatever number a stranger claims",
      hub: { pulls: [own, { ...own, number: 8, branch: "another" }] },
      env: { RUN_TITLE: "#8 Not mine" },
      body: breaking,
      want: [["POST issues/7/comments", posted]],
    },
    {
      name: "nothing of a commit that is the head no more",
      env: { HEAD_SHA: "0".repeat(40) },
      body: breaking,
      want: [],
    },
    { name: "nothing where the pull request is closed", hub: { pulls: [] }, body: breaking, want: [] },
    {
      name: "nothing where all pull requests are listed because the branch means nothing to GitHub",
      hub: { pulls: [{ ...own, sha: "1".repeat(40) }] },
      env: { HEAD_BRANCH: "*" },
      body: breaking,
      want: [],
    },
    { name: "nothing of a review that broke off", body: undefined, want: [] },
    {
      name: "that the review broke off, over what was said of an older commit",
      hub: { comments: [by(robot, breaking, 3)] },
      body: undefined,
      want: patched(3, brokeOff),
    },
  ])("$name", async ({ hub = {}, body, env = {}, want }) => {
    const { code, stderr, writes } = await post(hub, await write(body), env);
    expect({ code, stderr, writes }).toEqual({ code: 0, stderr: "", writes: want });
  });
});

describe("what is refused", () => {
  const long = `${marker}\n${"x".repeat(65_536)}`;
  test.each<{ name: string; hub?: Hub; body?: string; env?: object; want: string }>([
    {
      name: "a text without the marker",
      body: "root:x:0:0",
      want: `the comment does not begin with ${marker}`,
    },
    { name: "a marker that goes on", body: `${marker}x`, want: `the comment does not begin with ${marker}` },
    {
      name: "a comment beyond GitHub's limit",
      body: long,
      want: "a comment holds 65536 characters, and this one has 65653",
    },
    {
      name: "a file that is no comment",
      body: `${marker}\n${"x".repeat(300_000)}`,
      want: "300025 bytes are no comment",
    },
    { name: "an empty owner", env: { HEAD_OWNER: "" }, want: "HEAD_OWNER must be set" },
    {
      name: "an unset token",
      env: { GITHUB_TOKEN: undefined, RUN_URL: undefined },
      want: "GITHUB_TOKEN, RUN_URL must be set",
    },
    {
      name: "to go on without pull requests",
      hub: { fault: ["GET pulls", 403] },
      want: "GET pulls was answered 403",
    },
    {
      name: "to go on without comments",
      hub: { fault: ["GET issues", 500] },
      want: "GET issues/7/comments was answered 500",
    },
    {
      name: "to call a refusal a success",
      hub: { fault: ["POST", 403] },
      want: "POST issues/7/comments was answered 403",
    },
    { name: "to carry the token elsewhere", hub: { fault: ["GET pulls", 301] }, want: "fetch failed" },
  ])("$name", async ({ hub = {}, body = breaking, env = {}, want }) => {
    expect(await post(hub, await write(body), env)).toEqual({
      code: 1,
      stdout: "",
      stderr: `post-review-comment: ${want}\n`,
      writes: [],
    });
  });

  test("what is not a file of the report, wherever it leads", async () => {
    const link = await write(undefined);
    await symlink(await write(breaking), link);
    const directory = await write(undefined);
    await mkdir(directory);
    for (const path of [link, directory]) {
      const { code, stderr, writes } = await post({}, path, {});
      expect({ code, stderr, writes }).toEqual({
        code: 1,
        stderr: "post-review-comment: the comment is not a file\n",
        writes: [],
      });
    }
  });

  test("to run without a file", async () => {
    expect(await post({}, undefined, {})).toMatchObject({
      code: 1,
      stderr: "post-review-comment: name the file that holds the comment\n",
    });
  });
});

let files = 0;

/** The path of a new file; of none where there is no text. */
async function write(body: string | undefined): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.md`);
  if (body !== undefined) await writeFile(path, body);
  return path;
}

/** Runs the script against a GitHub of its own. Requests that write are told only where they were taken. */
async function post(hub: Hub, file: string | undefined, env: object) {
  const writes: [string, unknown][] = [];
  const server = createServer((request, response) => {
    void answer(hub, request, response, writes);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [script, ...(file === undefined ? [] : [file])], {
    env: { ...environment, GITHUB_API_URL: `http://127.0.0.1:${port}`, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  await new Promise((resolve) => server.close(resolve));
  return { code, stdout, stderr, writes };
}

/** As the REST API does, where the script asks it something; all else is not found. */
async function answer(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  writes: [string, unknown][],
) {
  const { pulls = [own], comments = [], fault } = hub;
  const url = new URL(request.url ?? "/", "http://github.test");
  const path = url.pathname.replace("/repos/specmill/specmill/", "");
  const title = `${request.method} ${path}`;
  const body = await text(request);
  const reply = (status: number, value: unknown) => {
    response.writeHead(status, {
      "content-type": "application/json",
      connection: "close",
      location: "/elsewhere",
    });
    response.end(JSON.stringify(value));
  };
  if (fault !== undefined && title.startsWith(fault[0])) return reply(fault[1], { message: "No." });
  if (request.headers.authorization !== "Bearer the-token") return reply(401, {});
  if (title === "GET pulls") {
    const head = url.searchParams.get("head") ?? "";
    const heard = pulls.filter(({ owner, branch }) => head.endsWith(":*") || head === `${owner}:${branch}`);
    return reply(
      200,
      heard.map((pull) => ({ number: pull.number, head: { sha: pull.sha } })),
    );
  }
  if (/^GET issues\/\d+\/comments$/.test(title)) {
    const size = Number(url.searchParams.get("per_page") ?? 30);
    const from = size * (Number(url.searchParams.get("page") ?? 1) - 1);
    return reply(200, comments.slice(from, from + size));
  }
  if (/^(POST issues\/\d+\/comments|PATCH issues\/comments\/\d+)$/.test(title)) {
    writes.push([title, JSON.parse(body).body]);
    return reply(200, {});
  }
  return reply(404, {});
}
