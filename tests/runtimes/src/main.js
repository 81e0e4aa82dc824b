import { rmSync } from "node:fs";
import { mkdtemp, realpath } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createProcesses } from "../../../bench/src/create-processes.js";
import { quietEnvironment } from "../../../bench/src/quiet-environment.js";
import { compilations } from "./check-types.js";
import { createProject } from "./create-project.js";
import { formatRows } from "./format-rows.js";
import { generateLibrary } from "./generate-library.js";
import { installPins } from "./install-pins.js";
import { checkLure, tryCanary, tryCompiler, tryRuntime } from "./make-rows.js";
import { packPackages } from "./pack-packages.js";
import { placeTypes } from "./place-types.js";
import { runInTurn } from "./run-in-turn.js";
import { runtimes } from "./runtimes.js";
import { startServers } from "./start-servers.js";

/**
 * @import { Row } from "./make-rows.js"
 * @import { Workshop } from "./workshop.js"
 */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const own = fileURLToPath(new URL("../", import.meta.url));

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`runtimes: ${error instanceof Error ? error.message : error}\n`);
  return 2;
});

/**
 * @param {readonly string[]} words
 * @returns {Promise<0 | 1 | 2>} whether all is well, something failed, or nothing could be tried
 */
async function main(words) {
  if (words.length > 0) throw new Error(`nothing can be chosen, so "${words.join(" ")}" is not understood.`);
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-runtimes-")));
  const processes = createProcesses({ ...quietEnvironment(process.env), ...keepHome(folder) });
  process.once("exit", () => {
    processes.killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => {
      void processes.stopAll().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
    });
  }

  await installPins(processes, own, report);
  report("packing the packages and installing them in a throwaway project");
  const tarballs = await packPackages(processes, root, folder);
  const project = join(folder, "project");
  const specifiers = await createProject(processes, project, tarballs, join(own, "consumer"));
  const wantedErrors = await placeTypes(join(own, "types"), project);
  await generateLibrary(processes, { root, own, project });
  report("starting the mock");
  const { place, lured, close } = await startServers(processes, root, Object.keys(tarballs).length - 1);
  const pins = join(own, "node_modules");
  const workshop = { processes, pins, project, specifiers, wantedErrors, place, lured, report };
  const rows = [...(await makeRows(workshop)), await checkLure(workshop)];
  await close();
  process.stdout.write(`${formatRows(rows)}\n`);
  return rows.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

/**
 * @param {Workshop} workshop
 * @returns {Promise<readonly Row[]>}
 */
function makeRows(workshop) {
  const tasks = [
    ...runtimes.map((runtime) => ({ name: runtime.name, make: () => tryRuntime(workshop, runtime) })),
    { name: "canary", make: () => tryCanary(workshop) },
    ...compilations.map((compilation) => ({
      name: `${compilation.compiler}, ${compilation.way}`,
      make: () => tryCompiler(workshop, compilation),
    })),
  ];
  const guarded = tasks.map(({ name, make }) => async () => {
    const began = performance.now();
    /** @type {Row} */
    const row = await make().catch((error) => ({
      where: name,
      version: "",
      what: "",
      faults: [error.message],
    }));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    report(`${name}: ${row.faults.length === 0 ? "ok" : "FAILED"} (${seconds} s)`);
    return row;
  });
  return runInTurn(guarded, Math.max(2, availableParallelism()));
}

/**
 * Where runtimes keep what they download and remember: nowhere that outlives the run.
 *
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
function keepHome(folder) {
  return {
    BUN_INSTALL_CACHE_DIR: join(folder, "bun"),
    BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0",
    DENO_DIR: join(folder, "deno"),
    DENO_NO_UPDATE_CHECK: "1",
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_CONFIG_HOME: join(folder, "config"),
  };
}

/** @param {string} text */
function report(text) {
  process.stderr.write(`${text}\n`);
}
