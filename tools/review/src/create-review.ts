import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "@specmill/spec";
import { approvalFile, excuseFindings } from "./judge/excuse-findings.ts";
import type { ApiReview, Review } from "./review.ts";
import { reviewApi } from "./review-api.ts";
import type { ReviewContext } from "./review-context.ts";
import { defaultSettings, readSettings } from "./settings/read-settings.ts";
import { readSides } from "./side/read-sides.ts";
import type { ApiPair, Sides } from "./side/side.ts";
import type { Consumer } from "./types/find-programs.ts";

export interface ReviewOptions {
  /** Absolute path of the house, or of the folder from which paths are meant. */
  readonly root: string;
  readonly base: string;
  /** The files of the house as they are, where it is absent. */
  readonly head?: string;
  /** Names of the APIs to review; all where none is named. */
  readonly apis: readonly string[];
  /** Code of other repositories that uses the packages. */
  readonly consumers: readonly Consumer[];
  /** As year, month and day: what is due by then is due. */
  readonly today: string;
  /** Whether a report is to show what the packages export. */
  readonly showsPackages: boolean;
  /** Told what is being done. */
  readonly onProgress?: (text: string) => void;
}

/** Where `specs/review.yaml` says how the house wants its APIs reviewed. */
const settingsFile = "specs/review.yaml";

/**
 * Compares the APIs of two sides. Whatever keeps one of them from being compared is a problem of the review, which then
 * has not passed.
 */
export async function createReview(options: ReviewOptions): Promise<Review> {
  const { base, head, onProgress = () => {} } = options;
  onProgress("reading both sides");
  const result = await readSides(options);
  if (result.kind === "failed") {
    return { base, head: head ?? "working tree", apis: [], problems: result.problems };
  }
  const { sides } = result;
  const { settings, problems } = await readHouseSettings(sides);
  const context: ReviewContext = { ...options, sides, settings, isLinted: await hasLintRules(options.root) };
  const reviews: ApiReview[] = [];
  const found: Problem[] = [...problems];
  for (const pair of sides.apis.filter(({ name }) => isChosen(name, options))) {
    onProgress(`comparing ${pair.name}`);
    const reviewed = await reviewApi(pair, context);
    reviews.push(reviewed.review);
    found.push(...reviewed.problems, ...(await checkIdleApprovals(pair, context)));
  }
  found.push(...(await findStrayApprovals(sides)));
  return { base: sides.base.label, head: sides.head.label, apis: reviews, problems: found };
}

function isChosen(name: string, { apis }: ReviewOptions): boolean {
  return apis.length === 0 || apis.includes(name);
}

async function readHouseSettings({ head }: Sides) {
  const text = await head.readText(settingsFile);
  return text === undefined ? { settings: defaultSettings, problems: [] } : readSettings(text, settingsFile);
}

function hasLintRules(root: string): Promise<boolean> {
  return access(join(root, "redocly.yaml")).then(
    () => true,
    () => false,
  );
}

/** Approvals of an API that did not change are looked at when they did. */
async function checkIdleApprovals(pair: ApiPair, context: ReviewContext): Promise<readonly Problem[]> {
  if (pair.kind !== "unchanged") return [];
  const file = approvalFile(pair.name);
  const { base, head } = context.sides;
  const [before, after] = await Promise.all([base.readText(file), head.readText(file)]);
  if (after === undefined || before === after) return [];
  return (await excuseFindings([], pair, context)).problems;
}

/** A file of approvals that no API reads approves nothing. */
async function findStrayApprovals({ head, apis }: Sides): Promise<readonly Problem[]> {
  const files = await head.listFiles("specs/.review");
  const known = new Set(apis.map(({ name }) => `${name}.yaml`));
  return files
    .filter((file) => /\.(ya?ml|json)$/i.test(file) && !known.has(file))
    .map((file) => ({
      rule: "approval-file",
      severity: "error",
      message: `\`${file}\` approves nothing: no API has approvals of that name.`,
      file: `specs/.review/${file}`,
      line: 1,
      column: 1,
      hint: "Name the file after the folder of the API, with `.yaml` at its end, or delete it.",
    }));
}
