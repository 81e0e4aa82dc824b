import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkTypes } from "./check-types.js";
import { judgeReport } from "./judge-report.js";
import { runToSuccess } from "./run-command.js";
import { runScript } from "./run-script.js";
import { served } from "./wanted.js";

/**
 * @import { Compilation } from "./check-types.js"
 * @import { Runtime } from "./runtimes.js"
 * @import { Workshop } from "./workshop.js"
 *
 * @typedef {object} Row - of the table
 * @property {string} where
 * @property {string} version
 * @property {string} what - was done
 * @property {readonly string[]} faults
 */

/**
 * Runs the consumer on a runtime.
 *
 * @param {Workshop} workshop
 * @param {Runtime} runtime
 * @returns {Promise<Row>}
 */
export async function tryRuntime(workshop, { name, evaluates, find, run }) {
  const { processes, project, specifiers } = workshop;
  const executable = await find(workshop);
  const said = await runToSuccess(processes, { words: [executable, "--version"], cwd: project });
  const { calls, faults } = judgeReport(await run(workshop, executable), { evaluates, specifiers });
  return {
    where: name,
    version: said.match(/\d+[\d.-]*\d/)?.[0] ?? "?",
    what: `${calls} calls, ${specifiers.length} entry points`,
    faults,
  };
}

/**
 * Runs the consumer where the mock is not, which must be seen.
 *
 * @param {Workshop} workshop
 * @returns {Promise<Row>}
 */
export async function tryCanary(workshop) {
  const { place, specifiers } = workshop;
  const report = await runScript({ ...workshop, place: { ...place, urls: {} } }, [process.execPath]);
  const { failed } = judgeReport(report, { evaluates: true, specifiers });
  const unseen = Object.keys(place.urls)
    .flatMap((api) => served.map((name) => `${api}, ${name}`))
    .filter((name) => !failed.includes(name));
  return {
    where: "canary, without a mock",
    version: process.versions.node,
    what: `${failed.length} faults seen`,
    faults: unseen.map((name) => `${name}: no fault was seen where one had to be`),
  };
}

/**
 * Looks who has followed a redirect to another origin: none but the one who does it now, to show that it is seen.
 *
 * @param {Workshop} workshop
 * @returns {Promise<Row>}
 */
export async function checkLure({ place, lured }) {
  const before = lured.length;
  await fetch(`${place.awayUrl}/canary`);
  const seen = lured.join(", ");
  return {
    where: "redirects to another origin",
    version: "",
    what: `${before} followed`,
    faults: seen === "GET /canary" ? [] : [`followed: ${seen || "none, not even the one that had to be"}`],
  };
}

/**
 * Compiles the type tests.
 *
 * @param {Workshop} workshop
 * @param {Compilation} compilation
 * @returns {Promise<Row>}
 */
export async function tryCompiler(workshop, compilation) {
  const manifest = await readFile(join(workshop.pins, compilation.compiler, "package.json"), "utf8");
  const faults = await checkTypes(workshop, compilation);
  return {
    where: `typescript, ${compilation.way}`,
    version: JSON.parse(manifest).version,
    what: `${workshop.wantedErrors.size} errors wanted`,
    faults,
  };
}
