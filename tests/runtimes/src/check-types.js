import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.js";

/**
 * @import { Workshop } from "./workshop.js"
 *
 * @typedef {object} Compilation
 * @property {string} compiler - the name of its package
 * @property {string} way - what the table calls it
 * @property {Readonly<Record<string, unknown>>} options
 * @property {readonly string[]} include - folders and files of the throwaway project
 */

const compilers = ["typescript-5.9", "typescript-6.0", "typescript-7.0"];
const browser = { lib: ["es2023", "dom", "dom.iterable"], types: [] };
const ways = [
  { way: "nodenext", options: { module: "nodenext", ...browser }, include: ["types"] },
  {
    way: "bundler",
    options: { module: "preserve", moduleResolution: "bundler", ...browser },
    include: ["types"],
  },
  // A project of a server, without the types of a browser.
  {
    way: "node's types",
    options: { module: "nodenext", lib: ["es2023"], types: ["node"] },
    include: ["types"],
  },
  // Editors show the sources, which are packed as well.
  {
    way: "sources",
    options: {
      module: "nodenext",
      ...browser,
      declaration: true,
      isolatedDeclarations: true,
      allowImportingTsExtensions: true,
    },
    include: ["types", "node_modules/@specmill/*/src", "node_modules/@example/*/src"],
  },
];
const strict = {
  noEmit: true,
  target: "es2023",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
};

/** @type {readonly Compilation[]} */
export const compilations = compilers.flatMap((compiler) => ways.map((way) => ({ compiler, ...way })));

/**
 * Compiles the type tests against what the throwaway project has installed: the errors that they want must be there,
 * and no others.
 *
 * @param {Pick<Workshop, "processes" | "project" | "pins" | "wantedErrors">} workshop
 * @param {Compilation} compilation
 * @returns {Promise<readonly string[]>} the faults
 */
export async function checkTypes(workshop, { compiler, way, options, include }) {
  const { processes, project, pins, wantedErrors } = workshop;
  const config = `tsconfig.${compiler}.${way.replaceAll(/\W/g, "-")}.json`;
  const compilerOptions = { ...strict, ...options, typeRoots: [join(pins, "@types")] };
  await writeFile(join(project, config), JSON.stringify({ compilerOptions, include, exclude: [] }));
  const { stdout, stderr } = await runCommand(processes, {
    words: [process.execPath, join(pins, compiler, "bin/tsc"), "-p", config, "--pretty", "false"],
    cwd: project,
  });
  const missing = new Map(wantedErrors);
  // An error begins a line; what is told of it below is moved in.
  const said = `${stdout}${stderr}`.trim();
  const errors = said === "" ? [] : said.split(/\n(?=\S)/);
  const unwanted = errors.filter((error) => {
    const [, place = "", code = ""] = error.match(/^(\S+\(\d+),\d+\): error (TS\d+)/) ?? [];
    const isWanted = missing.get(place)?.split(" or ").includes(code);
    return !(isWanted && missing.delete(place));
  });
  return [
    ...unwanted,
    ...[...missing].map(([place, codes]) => `${place}): ${codes} was wanted and not found`),
  ];
}
