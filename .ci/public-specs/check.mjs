// Verifies public API descriptions and fails on whatever is no fault of theirs. See expectations.json for what is.
import { fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
/** Seconds in which a document is verified, or counts as hung. */
const limit = 90;
const large = [
  "@octokit/openapi/generated/api.github.com.json",
  "@directus/specs/dist/openapi.json",
  "@blockfrost/openapi/openapi.yaml",
  "shipengine-openapi/openapi.yaml",
  "rclone-openapi/openapi.json",
];
/** Beyond so many operations, a document shows no more of the kind than it costs. */
const most = { example: 40, large: 20 };

const { faults, unverified } = JSON.parse(readFileSync(join(here, "expectations.json"), "utf8"));
const used = new Set();

const documents = [
  ...large.map((file) => ({ file, most: most.large })),
  ...["3.0", "3.1"].flatMap((version) => {
    const folder = `@readme/oas-examples/${version}/json`;
    return readdirSync(join(modules, folder), { recursive: true })
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => ({ file: `${folder}/${name.replaceAll("\\", "/")}`, most: most.example }));
  }),
];

const pending = [...documents];
const alarms = [];
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
for (const entry of [...faults, ...unverified]) {
  if (!used.has(entry))
    alarms.push(`expectations.json has an entry that matches nothing: ${JSON.stringify(entry)}`);
}
for (const alarm of alarms) process.stdout.write(`\n${alarm}\n`);
process.stdout.write(`\n${documents.length} documents, ${alarms.length} false alarms or crashes\n`);
process.exitCode = alarms.length > 0 ? 1 : 0;

/** Takes one document after the other, in a process that is started anew after a crash. */
async function work() {
  let worker;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    worker ??= fork(join(here, "verify.mjs"), { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    const start = performance.now();
    const answer = await ask(worker, next);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if ("crash" in answer) {
      worker.kill("SIGKILL");
      worker = undefined;
      alarms.push(`${next.file} ${answer.crash}`);
      continue;
    }
    const { verdict, operations, cases, failed } = answer;
    process.stdout.write(
      `${next.file}  ${verdict}, ${operations} operations, ${cases} cases, ${failed.length} failed, ${seconds} s\n`,
    );
    judge(next.file, answer);
  }
  worker?.disconnect();
}

function ask(worker, { file, most: count }) {
  return new Promise((resolve) => {
    let told = "";
    const hear = (text) => {
      told = `${told}${text}`.slice(-2000);
    };
    const end = (answer) => {
      clearTimeout(timer);
      worker.stderr.off("data", hear);
      worker.removeAllListeners("message").removeAllListeners("exit");
      resolve(answer);
    };
    const timer = setTimeout(() => end({ crash: `was not verified in ${limit} s` }), limit * 1000);
    worker.stderr.on("data", hear);
    worker.once("message", end);
    worker.once("exit", (code) => end({ crash: `crashed the verifier (${code}):\n${told}` }));
    worker.send({ file: join(modules, file), most: count });
  });
}

/** Whatever failed has to be expected, and whatever was not verified has to say why. */
function judge(file, { verdict, failed, words }) {
  for (const { id, failures } of failed) {
    for (const { rule, blame, message, pointer } of failures) {
      const entry = faults.find(
        (one) => one.document === file && one.rule === rule && new RegExp(`^(?:${one.cases})$`).test(id),
      );
      if (entry === undefined)
        alarms.push(`${file}\n  ${id}\n  ${rule}, blamed on ${blame}: ${message}\n  ${pointer}`);
      else used.add(entry);
    }
  }
  if (verdict !== "not verified") return;
  const entry = unverified.find(
    (one) => one.document === file && words.some((word) => word.includes(one.says)),
  );
  if (entry === undefined)
    alarms.push(`${file} is not verified: ${words.join(" ") || "it does not say why"}`);
  else used.add(entry);
}
