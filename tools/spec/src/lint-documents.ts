import { dirname, resolve } from "node:path";
import {
  type BaseResolver,
  type Config,
  createConfig,
  lint,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import type { ReadText } from "./file-source.ts";
import { loadLintConfig } from "./lint-config.ts";
import type { LintedProblem } from "./linted-problem.ts";
import { type LoadedDocument, type LoadResult, loadDocument } from "./load-document.ts";
import { createOfflineResolver } from "./offline-resolver.ts";
import { hasErrors, type Problem, sortProblems } from "./problem.ts";
import { fromRedoclyProblem } from "./redocly-problem.ts";
import { houseRules } from "./rules/index.ts";

export interface LintOptions {
  /** Folder whose `redocly.yaml` says which rules to run; without that file the rules of this house run. */
  readonly root: string;
  /** Reads the documents and all that they refer to, but for the configuration; without it, the disk does. */
  readonly readText?: ReadText;
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
  { root, readText }: LintOptions,
): Promise<readonly Problem[]> {
  const configuration = await loadLintConfig(resolve(root));
  if (configuration.kind === "failed") return sortProblems(configuration.problems);
  const resolver = createOfflineResolver(readText);
  const problems: Problem[] = [];
  for (const file of files) {
    const loaded = await loadDocument(file, readText === undefined ? {} : { readText });
    const found = await lintOne(resolve(file), loaded, configuration.config, resolver);
    problems.push(...found.map(({ problem }) => problem));
  }
  return sortProblems(problems);
}

/**
 * Lints one document that is loaded, and tells where in its structure each problem is, so that the problems of two
 * versions can be held against each other.
 *
 * @returns what is wrong; a configuration that is wrong is a problem without a place in the document
 */
export async function lintDocument(
  loaded: LoadedDocument,
  { root, readText }: LintOptions,
): Promise<readonly LintedProblem[]> {
  const configuration = await loadLintConfig(resolve(root));
  if (configuration.kind === "failed") {
    return configuration.problems.map((problem) => ({ problem, pointer: problem.file }));
  }
  const resolver = createOfflineResolver(readText);
  return lintOne(loaded.file, { kind: "loaded", loaded }, configuration.config, resolver);
}

async function lintOne(
  file: string,
  loaded: LoadResult,
  config: Config,
  resolver: BaseResolver,
): Promise<readonly LintedProblem[]> {
  // What cannot be loaded cannot be used, whichever rules are on.
  const obstacles: readonly LintedProblem[] =
    loaded.kind === "failed" ? loaded.problems.map((problem) => ({ problem, pointer: problem.file })) : [];
  if (obstacles.some(({ problem: { rule } }) => rule === "unsupported-document")) return obstacles;
  try {
    return await run(file, settingsFor(file, config), resolver, obstacles);
  } catch (error) {
    if (obstacles.length > 0) return obstacles;
    // Rules take a sound structure for granted and may fall over on another; then that is what to tell.
    const structural = await run(file, await createConfig({ rules: { struct: "error" } }), resolver, []);
    if (!hasErrors(structural.map(({ problem }) => problem))) throw error;
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
  obstacles: readonly LintedProblem[],
): Promise<readonly LintedProblem[]> {
  const found = await lint({ ref: file, config, externalRefResolver });
  const remote = new Set(found.filter(({ ruleId }) => ruleId === "specmill/no-remote-ref").map(pointerOf));
  // A reference that may not be followed is not worth a second complaint that it leads nowhere.
  const isEcho = (problem: NormalizedProblem) =>
    problem.ruleId === "no-unresolved-refs" && remote.has(`${pointerOf(problem)}/$ref`);
  const told = found.map((problem) => ({ problem: toProblem(problem, file), found: problem }));
  const places = new Set(told.map(({ problem }) => placeOf(problem)));
  return [
    ...told
      .filter((one) => !isEcho(one.found))
      .map((one) => ({ problem: one.problem, pointer: tellPointer(one) })),
    ...obstacles.filter(({ problem }) => !places.has(placeOf(problem))),
  ];
}

function tellPointer({ problem, found }: { problem: Problem; found: NormalizedProblem }): string {
  return `${problem.file}${found.location[0]?.pointer ?? ""}`;
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
