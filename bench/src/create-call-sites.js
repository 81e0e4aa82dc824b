import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { callSites } from "./call-sites.js";
import { findPeers } from "./find-peers.js";
import { generateHeyApi } from "./generate-hey-api.js";
import { timeCommand } from "./time-command.js";

/** @import { Workshop } from "./create-workshop.js" */

const strict = {
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  skipLibCheck: true,
};

/**
 * Makes a project for each client of GitHub's API: its package, compiled to `.d.ts` as a consumer gets it, a call
 * site, and one with a fault in its types.
 *
 * @param {Workshop} workshop
 * @param {string} tsc - the script of a compiler
 * @returns {Promise<Record<keyof typeof callSites, string>>} the folders of the projects, each with a `tsconfig.json`
 *   and a `tsconfig.faulty.json`
 */
export async function createCallSites(workshop, tsc) {
  const folder = join(workshop.folder, "call-sites");
  const packages = {
    ours: join(folder, "packages/ours"),
    openapiFetch: join(folder, "packages/openapi-typescript"),
    heyApi: join(folder, "packages/hey-api"),
  };
  workshop.report("generating three clients of GitHub's API");
  await createOurs(workshop, packages.ours, tsc);
  await createOpenapiTypescript(workshop, packages.openapiFetch);
  await createHeyApi(workshop, packages.heyApi, tsc);
  const { openapiFetch } = await workshop.peers();
  return {
    ours: await createProject(join(folder, "ours"), callSites.ours, { github: packages.ours }),
    openapiFetch: await createProject(join(folder, "openapi-fetch"), callSites.openapiFetch, {
      github: packages.openapiFetch,
      "openapi-fetch": openapiFetch,
    }),
    heyApi: await createProject(join(folder, "hey-api"), callSites.heyApi, { github: packages.heyApi }),
  };
}

/**
 * @param {Workshop} workshop
 * @param {string} folder
 * @param {string} tsc
 */
async function createOurs({ folder: cwd, processes, house, peers }, folder, tsc) {
  const specmill = join(await house(), "tools/cli/bin/specmill.js");
  const { github } = await peers();
  await timeCommand(processes, {
    words: [process.execPath, specmill, "generate", "--spec", github, "--out", folder, "--name", "github"],
    cwd,
  });
  await link(join(folder, "node_modules/@specmill/runtime"), join(await house(), "packages/runtime"));
  await timeCommand(processes, { words: [process.execPath, tsc, "-p", folder], cwd });
}

/**
 * @param {Workshop} workshop
 * @param {string} folder
 */
async function createOpenapiTypescript({ root, folder: cwd, processes, peers }, folder) {
  const { openapiTypescript } = findPeers(root);
  const { github } = await peers();
  await mkdir(folder, { recursive: true });
  await writeManifest(folder, "./index.d.ts");
  await timeCommand(processes, {
    words: [process.execPath, openapiTypescript, github, "--output", join(folder, "index.d.ts")],
    cwd,
  });
}

/**
 * @param {Workshop} workshop
 * @param {string} folder
 * @param {string} tsc
 */
async function createHeyApi(workshop, folder, tsc) {
  const { github } = await workshop.peers();
  await generateHeyApi(workshop, github, join(folder, "src"));
  await writeManifest(folder, "./dist/index.d.ts");
  const compilerOptions = { ...strict, declaration: true, rootDir: "src", outDir: "dist" };
  await writeJson(join(folder, "tsconfig.json"), { compilerOptions, include: ["src"] });
  await timeCommand(workshop.processes, { words: [process.execPath, tsc, "-p", folder], cwd: folder });
}

/**
 * @param {string} folder
 * @param {(typeof callSites)["ours"]} site
 * @param {Readonly<Record<string, string>>} packages - the folder of each by its name
 * @returns {Promise<string>}
 */
async function createProject(folder, site, packages) {
  await mkdir(folder, { recursive: true });
  for (const [name, target] of Object.entries(packages))
    await link(join(folder, "node_modules", name), target);
  const compilerOptions = { ...strict, noEmit: true };
  await writeFile(join(folder, "use.ts"), site.write("number | undefined"));
  await writeFile(join(folder, "faulty.ts"), site.write("string | undefined"));
  await writeJson(join(folder, "tsconfig.json"), { compilerOptions, files: ["use.ts"] });
  await writeJson(join(folder, "tsconfig.faulty.json"), { compilerOptions, files: ["faulty.ts"] });
  return folder;
}

/**
 * @param {string} folder
 * @param {string} types
 */
function writeManifest(folder, types) {
  return writeJson(join(folder, "package.json"), { name: "github", version: "1.0.0", type: "module", types });
}

/**
 * @param {string} file
 * @param {unknown} content
 */
function writeJson(file, content) {
  return writeFile(file, JSON.stringify(content));
}

/**
 * @param {string} place
 * @param {string} target
 */
async function link(place, target) {
  await mkdir(dirname(place), { recursive: true });
  await symlink(target, place);
}
