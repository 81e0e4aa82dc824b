import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCallSites } from "../create-call-sites.js";
import { measureInterleaved } from "../measure-interleaved.js";
import { timeCommand } from "../time-command.js";

/**
 * @import { Workshop } from "../create-workshop.js"
 * @import { Row } from "../row.js"
 * @import { Bench } from "./index.js"
 */

/** @type {Bench} */
export const typecheck = {
  name: "typecheck",
  summary: "`tsc` of one call of GitHub's API, against openapi-fetch and hey-api",
  isUsual: true,
  async measure(workshop, rounds = 9) {
    const { typescript } = await workshop.peers();
    const native = findNativeTsc(workshop.root);
    const sites = await createCallSites(workshop, native);
    for (const site of Object.values(sites)) await assertChecked(workshop, native, site);
    const rows = await measureCompiler(workshop, native, sites, rounds);
    const slow = await measureCompiler(workshop, typescript, sites, Math.ceil(rounds / 2));
    const bound = /** @type {const} */ ({ kind: "at-most-peer", times: 1 });
    return [
      ...rows.map((row) => ({ ...row, what: "tsc of one call of GitHub", bound })),
      ...slow.map((row) => ({ ...row, what: "the same, TypeScript 5.9" })),
    ];
  },
};

/**
 * @param {Workshop} workshop
 * @param {string} tsc
 * @param {Awaited<ReturnType<typeof createCallSites>>} sites
 * @param {number} rounds
 * @returns {Promise<readonly Pick<Row, "unit" | "ours" | "peer">[]>}
 */
async function measureCompiler({ processes, report }, tsc, sites, rounds) {
  const check = (/** @type {string} */ folder) => async () =>
    (await timeCommand(processes, { words: [process.execPath, tsc, "-p", "."], cwd: folder })).seconds;
  const subjects = {
    ours: check(sites.ours),
    openapiFetch: check(sites.openapiFetch),
    heyApi: check(sites.heyApi),
  };
  const { ours, openapiFetch, heyApi } = await measureInterleaved(subjects, rounds, report);
  return [
    { unit: "s", ours, peer: { name: "openapi-fetch", ...openapiFetch } },
    { unit: "s", ours, peer: { name: "hey-api", ...heyApi } },
  ];
}

/**
 * A project whose types did not resolve would be checked in no time.
 *
 * @param {Workshop} workshop
 * @param {string} tsc
 * @param {string} cwd - of the project
 * @throws {Error} where a fault in the call site goes unseen
 */
async function assertChecked({ processes }, tsc, cwd) {
  const faulty = /** @type {const} */ (["-p", "tsconfig.faulty.json"]);
  const said = await timeCommand(processes, { words: [process.execPath, tsc, ...faulty], cwd }).then(
    () => "nothing",
    (error) => String(error),
  );
  if (!said.includes("faulty.ts(") || !said.includes("TS2322")) {
    throw new Error(`A fault in the types of ${cwd} is not seen: tsc says ${said}`);
  }
}

/**
 * @param {string} root - of the repository
 * @returns {string} the script of its compiler
 */
function findNativeTsc(root) {
  const require = createRequire(join(root, "package.json"));
  return join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
}
