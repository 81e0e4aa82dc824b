import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Generated, Mode } from "@specmill/generator";
import { displayPath, formatProblem, hasErrors } from "@specmill/spec";
import { type Command, type ExitCode, UsageError } from "../command.ts";
import { selectApis } from "../find-house.ts";
import { parseOptions } from "../parse-options.ts";
import { printError, printProgress, printResult } from "../print.ts";

export const generate: Command = {
  summary: "write the client package of each API, or of any document",
  help: `Usage: specmill generate [api…] [--check] [--json]
       specmill generate --spec FILE --out DIR [--name PACKAGE] [--check] [--json]

Turns specs/<api>/openapi.yaml into packages/<api>; with --spec, any OpenAPI 3.0 or 3.1 document into any folder.

  --check       write nothing; print what would change as a diff and exit 1 if anything would
  --missing     only APIs that have no package yet
  --spec FILE   a document, YAML or JSON; files that it refers to are read too
  --out DIR     where its package goes: an empty folder, or one that an earlier run filled
  --name NAME   its npm name; the name of DIR unless given
  --json        print one JSON document: { "packages": [{ "api", "path", "files", "changed" }], "problems": [] }
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      check: { type: "boolean", default: false },
      missing: { type: "boolean", default: false },
      spec: { type: "string" },
      out: { type: "string" },
      name: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const { check, json, spec, out, name } = values;
    if (spec !== undefined && positionals.length > 0)
      throw new UsageError("name APIs or give --spec, not both");
    if (spec === undefined && (out ?? name) !== undefined)
      throw new UsageError("--out and --name go with --spec");
    const mode: Mode = check ? "check" : "write";
    const results =
      spec === undefined
        ? await generateHouse(positionals, mode, values.missing)
        : [await generateLone(resolve(spec), placeOf(out, name), mode)];
    await report(results, check, json);
    return decide(results, check);
  },
};

async function generateHouse(
  names: readonly string[],
  mode: Mode,
  missing: boolean,
): Promise<readonly Generated[]> {
  const { root, apis } = await selectApis(names);
  const wanted = missing
    ? apis.filter(({ name }) => !existsSync(join(root, "packages", name, "package.json")))
    : apis;
  if (wanted.length === 0) return [];
  const { generateHousePackage, readHouse } = await loadGenerator();
  const house = await readHouse(root);
  const results: Generated[] = [];
  for (const { name, file } of wanted) {
    printProgress(`${mode === "check" ? "checking" : "generating"} packages/${name}`);
    results.push(await generateHousePackage(house, name, file, mode));
  }
  return results;
}

async function generateLone(spec: string, [folder, name]: [string, string], mode: Mode): Promise<Generated> {
  const { generateLonePackage } = await loadGenerator();
  return generateLonePackage(spec, folder, name, mode);
}

/** Loaded when there is something to generate: the compiler behind it takes longer than finding out that there is not. */
function loadGenerator(): Promise<typeof import("@specmill/generator")> {
  return import("@specmill/generator");
}

/** The folder and the npm name of a package outside a house. */
function placeOf(out: string | undefined, name: string | undefined): [folder: string, name: string] {
  if (out === undefined) throw new UsageError("--spec needs --out, the folder of the package");
  const folder = resolve(out);
  const npmName = name ?? basename(folder).toLowerCase();
  if (!/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(npmName)) {
    throw new UsageError(`"${npmName}" is no npm name. Give one with --name, such as @acme/petstore.`);
  }
  return [folder, npmName];
}

async function report(results: readonly Generated[], check: boolean, json: boolean): Promise<void> {
  const problems = results.flatMap((result) => result.problems);
  if (json) {
    const packages = results.map(({ api, folder, files, changes }) => ({
      api,
      path: displayPath(folder),
      files,
      changed: changes.map((change) => change.path),
    }));
    printResult(JSON.stringify({ packages, problems }, null, 2));
    return;
  }
  for (const problem of problems) printError(formatProblem(problem));
  for (const { folder, changes, files, problems: own } of results) {
    if (hasErrors(own) && changes.length === 0) continue;
    const path = displayPath(folder);
    if (check) printResult((await loadGenerator()).formatDiff(changes, path));
    else
      printResult(
        `${path}: ${files} files, ${changes.length === 0 ? "unchanged" : `${changes.length} changed`}`,
      );
    if (check && changes.length > 0)
      printError(`${path} is stale: run \`specmill generate\` and commit what it writes.`);
  }
}

function decide(results: readonly Generated[], check: boolean): ExitCode {
  const stale = check && results.some((result) => result.changes.length > 0);
  return stale || hasErrors(results.flatMap((result) => result.problems)) ? 1 : 0;
}
