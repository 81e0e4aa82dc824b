import { findChromium } from "./find-chromium.js";
import { findPin } from "./find-pin.js";
import { runInChromium } from "./run-in-chromium.js";
import { runInWorkerd } from "./run-in-workerd.js";
import { runScript } from "./run-script.js";

/**
 * @import { Report } from "../consumer/consumer.mjs"
 * @import { Workshop } from "./workshop.js"
 *
 * @typedef {object} Runtime
 * @property {string} name
 * @property {boolean} evaluates - whether it runs text as code; all but Bun can be told not to
 * @property {(workshop: Workshop) => string | Promise<string>} find - its executable
 * @property {(workshop: Workshop, executable: string) => Promise<Report>} run
 */

const strict = "--disallow-code-generation-from-strings";
// No permission but the network's: a client that read a file or the environment would fail.
const deno = [
  "run",
  "--quiet",
  "--no-prompt",
  "--no-remote",
  "--cached-only",
  "--node-modules-dir=manual",
  "--allow-net=127.0.0.1",
  `--v8-flags=${strict}`,
];

/** @type {Runtime["run"]} */
const runInNode = (workshop, executable) => runScript(workshop, [executable, strict]);

/**
 * Every runtime that the packages promise to run on, the slowest first.
 *
 * @type {readonly Runtime[]}
 */
export const runtimes = [
  {
    name: "chromium",
    evaluates: false,
    find: ({ processes, report }) => findChromium(processes, report),
    run: runInChromium,
  },
  {
    name: "workerd",
    evaluates: false,
    find: ({ pins }) =>
      findPin(pins, {
        x64: "@cloudflare/workerd-linux-64/bin/workerd",
        arm64: "@cloudflare/workerd-linux-arm64/bin/workerd",
      }),
    run: runInWorkerd,
  },
  { name: "node, this one", evaluates: false, find: () => process.execPath, run: runInNode },
  {
    name: "node 22",
    evaluates: false,
    find: ({ pins }) =>
      findPin(pins, { x64: "node-22-linux-x64/bin/node", arm64: "node-22-linux-arm64/bin/node" }),
    run: runInNode,
  },
  {
    name: "node 24",
    evaluates: false,
    find: ({ pins }) =>
      findPin(pins, { x64: "node-24-linux-x64/bin/node", arm64: "node-24-linux-arm64/bin/node" }),
    run: runInNode,
  },
  {
    name: "bun",
    evaluates: true,
    find: ({ pins }) =>
      findPin(pins, { x64: "@oven/bun-linux-x64/bin/bun", arm64: "@oven/bun-linux-aarch64/bin/bun" }),
    run: (workshop, executable) => runScript(workshop, [executable, "run", "--no-install"]),
  },
  {
    name: "deno",
    evaluates: false,
    find: ({ pins }) =>
      findPin(pins, { x64: "@deno/linux-x64-glibc/deno", arm64: "@deno/linux-arm64-glibc/deno" }),
    run: (workshop, executable) => runScript(workshop, [executable, ...deno]),
  },
];
