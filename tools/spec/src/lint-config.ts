import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import {
  type Config,
  createConfig,
  type Document,
  lintConfig,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { isJsonObject } from "./json.ts";
import { lintDefaults } from "./lint-defaults.ts";
import { createOfflineResolver } from "./offline-resolver.ts";
import type { Problem } from "./problem.ts";
import createPlugin from "./redocly-plugin.ts";
import { displayPath, fromRedoclyError, fromRedoclyProblem } from "./redocly-problem.ts";

type LintConfig =
  | { readonly kind: "ready"; readonly config: Config }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

const rule = "lint-configuration";

/** Where Redocly's own command finds the plugin. Here it is at hand already, built or not. */
const builtPlugin = fileURLToPath(new URL("../dist/redocly-plugin.js", import.meta.url));

/**
 * Reads which rules to run from the `redocly.yaml` of a house; without one, the rules of this house.
 *
 * @param root - absolute path of the folder that may hold `redocly.yaml`
 * @returns the configuration, or the problems of that file: it cannot be parsed, or names what does not exist
 */
export async function loadLintConfig(root: string): Promise<LintConfig> {
  const file = join(root, "redocly.yaml");
  if (!(await isThere(file))) {
    return { kind: "ready", config: await createConfig({ ...lintDefaults, plugins: [createPlugin()] }) };
  }
  try {
    return await readConfig(root, file);
  } catch (error) {
    // A plugin or a preset that cannot be had: the engine tells it as a plain error.
    const problem = fromRedoclyError(error, file) ?? refuse(file, error);
    return { kind: "failed", problems: [problem] };
  }
}

async function readConfig(root: string, file: string): Promise<LintConfig> {
  const resolver = createOfflineResolver();
  const document = await resolver.resolveDocument(null, file, true);
  if (document instanceof Error) throw document;
  const settings = isJsonObject(document.parsed) ? document.parsed : {};
  const named = Array.isArray(settings.plugins) ? settings.plugins : [];
  const others = named.filter((path) => typeof path === "string" && resolve(root, path) !== builtPlugin);
  const config = await createConfig(
    { ...settings, plugins: [...others, createPlugin()] },
    { configPath: file, externalRefResolver: resolver },
  );
  // The text itself, so that what is wrong in it is found at its line.
  config.document = document;
  const found = await lintConfig({ config, severity: "error", externalRefResolver: resolver });
  const problems = [...found, ...findUnknownRules(config, document)].map((problem) => ({
    ...fromRedoclyProblem(problem, file),
    rule,
  }));
  return problems.length === 0 ? { kind: "ready", config } : { kind: "failed", problems };
}

/** Rules of plugins that no plugin has: the engine lets them pass, and a rule with a slip in its name never runs. */
function findUnknownRules({ plugins, rules }: Config, { source }: Document): readonly NormalizedProblem[] {
  const known = new Set(plugins.flatMap((plugin) => Object.values(plugin.rules ?? {}).flatMap(Object.keys)));
  return Object.keys(rules.oas3_1)
    .filter((name) => name.includes("/") && !known.has(name))
    .map((name) => ({
      ruleId: rule,
      severity: "error",
      message: `There is no rule \`${name}\`.`,
      location: [{ source, pointer: `#/rules/${name.replaceAll("/", "~1")}`, reportOnKey: true }],
      suggest: [],
    }));
}

function refuse(file: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    rule,
    severity: "error",
    message: stripVTControlCharacters(message).split("\n", 1)[0] ?? "",
    file: displayPath(file),
    line: 1,
    column: 1,
    hint: "Mend the configuration; no document was linted.",
  };
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
