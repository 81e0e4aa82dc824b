import type { Problem } from "@specmill/spec";
import { type ReviewRule, reviewRules } from "../review-rule.ts";
import { readMembers, readYaml, suggestName, textOf, type YamlFile, type YamlMember } from "./read-yaml.ts";

/** How far the promises of an operation go, the least first: the values of `x-stability-level`. */
export const stabilityLevels = ["draft", "alpha", "beta", "stable"] as const;

export type StabilityLevel = (typeof stabilityLevels)[number];

/** What a house may say of a rule: that it breaks callers, or that it is told and nothing more. */
const ruleLevels = ["breaking", "note"] as const;

type RuleLevel = (typeof ruleLevels)[number];

/** What `specs/review.yaml` asks for. */
export interface ReviewSettings {
  /** Operations below it are reported and do not stop a merge. */
  readonly stability: StabilityLevel;
  readonly levels: { readonly [rule in ReviewRule]?: RuleLevel };
}

export interface SettingsResult {
  /** The defaults stand in for what is wrong. */
  readonly settings: ReviewSettings;
  /** Errors of rule `review-settings`. */
  readonly problems: readonly Problem[];
}

/** Where there is no file. */
export const defaultSettings: ReviewSettings = { stability: "beta", levels: {} };

/**
 * Reads how a house wants its APIs reviewed; pure, and no fault of the user's is thrown.
 *
 * @param text - YAML: `stability`, and `levels` by rule
 * @param file - its path, as problems are to name it
 */
export function readSettings(text: string, file: string): SettingsResult {
  const yaml = readYaml(text, file, "review-settings");
  if (yaml.root === null || yaml.problems().length > 0) {
    return { settings: defaultSettings, problems: yaml.problems() };
  }
  const members = readMembers(yaml, yaml.root, ["stability", "levels"], "The file");
  const stability = readChoice(yaml, members.get("stability"), stabilityLevels) ?? defaultSettings.stability;
  const levels = readLevels(yaml, members.get("levels"));
  return { settings: { stability, levels }, problems: yaml.problems() };
}

function readLevels(yaml: YamlFile, member: YamlMember | undefined): ReviewSettings["levels"] {
  if (member === undefined) return {};
  const levels: { [rule in ReviewRule]?: RuleLevel } = {};
  for (const [name, entry] of readMembers(yaml, member.value, reviewRules, "`levels`")) {
    const level = readChoice(yaml, entry, ruleLevels);
    if (isReviewRule(name) && level !== undefined) levels[name] = level;
  }
  return levels;
}

function readChoice<Choice extends string>(
  { report }: YamlFile,
  member: YamlMember | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (member === undefined) return undefined;
  const text = textOf(member.value) ?? "";
  const choice = choices.find((one) => one === text);
  if (choice === undefined) {
    report(
      member.value ?? member.key,
      `\`${member.name}\` is none of ${choices.join(", ")}.`,
      suggestName(text, choices),
    );
  }
  return choice;
}

/** Whether there is a rule of that name. */
export function isReviewRule(name: string): name is ReviewRule {
  return reviewRules.some((rule) => rule === name);
}
