import { dirname, resolve } from "node:path";
import {
  type BaseResolver,
  type Config,
  createConfig,
  lint,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { loadLintConfig } from "./lint-config.ts";
import { loadDocument } from "./load-document.ts";
import { createOfflineResolver } from "./offline-resolver.ts";
import { hasErrors, type Problem, sortProblems } from "./problem.ts";
import { fromRedoclyProblem } from "./redocly-problem.ts";
import { houseRules } from "./rules/index.ts";

export interface LintOptions {
  /** Folder whose `redocly.yaml` says which rules to run; without that file the rules of this house run. */
  readonly root: string;
}

/**
 * Lints OpenAPI 3.0 and 3.1 documents, each with all the local files that it refers to. Nothing is fetched and
 * nothing is ignored: an ignore file has no effect.
 *
 * @param files - paths of the root documents, absolute or relative to the working directory
 * @returns what is wrong, by place; a fault in a file that documents share is told once. Also a file that is
 *   missing or no OpenAPI document, and a configuration that is wrong, are problems
 */
export async function lintDocuments(
  files: readonly string[],
  { root }: LintOptions,
): Promise<readonly Problem[]> {
  const configuration = await loadLintConfig(resolve(root));
  if (configuration.kind === "failed") return sortProblems(configuration.problems);
  const resolver = createOfflineResolver();
  const problems: Problem[] = [];
  for (const file of files) problems.push(...(await lintOne(resolve(file), configuration.config, resolver)));
  return sortProblems(problems);
}

async function lintOne(file: string, config: Config, resolver: BaseResolver): Promise<readonly Problem[]> {
  const loaded = await loadDocument(file);
  // What cannot be loaded cannot be used, whichever rules are on.
  const obstacles = loaded.kind === "failed" ? loaded.problems : [];
  if (obstacles.some(({ rule }) => rule === "unsupported-document")) return obstacles;
  try {
    return await run(file, settingsFor(file, config), resolver, obstacles);
  } catch (error) {
    if (obstacles.length > 0) return obstacles;
    // Rules take a sound structure for granted and may fall over on another; then that is what to tell.
    const structural = await run(file, await createConfig({ rules: { struct: "error" } }), resolver, []);
    if (!hasErrors(structural)) throw error;
    return structural;
  }
}

/** The settings that `redocly.yaml` has for this file below `apis`, or else for all. */
function settingsFor(file: string, config: Config): Config {
  const folder = dirname(config.configPath ?? "");
  const apis = Object.entries(config.resolvedConfig.apis ?? {});
  return config.forAlias(apis.find(([, api]) => resolve(folder, api.root) === file)?.[0]);
}

async function run(
  file: string,
  config: Config,
  externalRefResolver: BaseResolver,
  obstacles: readonly Problem[],
): Promise<readonly Problem[]> {
  const found = await lint({ ref: file, config, externalRefResolver });
  const remote = new Set(found.filter(({ ruleId }) => ruleId === "specmill/no-remote-ref").map(pointerOf));
  // A reference that may not be followed is not worth a second complaint that it leads nowhere.
  const isEcho = (problem: NormalizedProblem) =>
    problem.ruleId === "no-unresolved-refs" && remote.has(`${pointerOf(problem)}/$ref`);
  const told = found.map((problem) => ({ problem: toProblem(problem, file), isEcho: isEcho(problem) }));
  const places = new Set(told.map(({ problem }) => placeOf(problem)));
  return [
    ...told.filter((one) => !one.isEcho).map(({ problem }) => problem),
    ...obstacles.filter((obstacle) => !places.has(placeOf(obstacle))),
  ];
}

function toProblem(found: NormalizedProblem, file: string): Problem {
  const problem = fromRedoclyProblem(found, file);
  const rule = houseRules.find(({ id }) => problem.rule === `specmill/${id}`);
  return rule === undefined ? problem : { ...problem, hint: rule.hint };
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

function pointerOf({ location: [place] }: NormalizedProblem): string {
  return `${place?.source.absoluteRef}${place?.pointer}`;
}
