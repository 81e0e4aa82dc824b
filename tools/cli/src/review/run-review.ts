import { readFile, rm } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import { createReview, isPassed, type Review, type ReviewOptions, writeChangesets } from "@specmill/review";
import { displayPath } from "@specmill/spec";
import { type ExitCode, UsageError } from "../command.ts";
import { findHouse } from "../find-house.ts";
import { createProgress, printError, printResult } from "../print.ts";
import { writeFiles, writeWhole } from "../write-files.ts";
import { formatFiles, formatReview, type ReviewFormat } from "./format-review.ts";
import { readConsumers } from "./read-consumers.ts";
import { withOwnFolder } from "./with-own-folder.ts";

/** What a user asks of a review. */
export interface ReviewRequest {
  readonly apis: readonly string[];
  readonly base: string;
  readonly head?: string;
  /** Patterns of files. */
  readonly consumers: readonly string[];
  readonly writeChangeset: boolean;
  readonly format: ReviewFormat;
  /** Absolute path of a folder for every format. */
  readonly folder?: string;
}

/** Reviews a change and tells of it. */
export async function runReview(request: ReviewRequest): Promise<ExitCode> {
  const { format, folder } = request;
  const options = await readOptions(request);
  const progress = createProgress("review");
  const review = await withOwnFolder(() => createReview({ ...options, onProgress: progress.show }));
  progress.clear();
  assertKnown(request.apis, review);
  if (folder !== undefined) {
    await writeFiles(folder, formatFiles(review)).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(`--report ${folder} cannot be written: ${why}`);
    });
    printError(`The report is in ${displayPath(folder)}.`);
  }
  if (request.writeChangeset) await updateChangesets(review, options.root);
  printResult(formatReview(review, format));
  return isPassed(review) ? 0 : 1;
}

async function readOptions(request: ReviewRequest): Promise<ReviewOptions> {
  const { apis, base, head, consumers, format, folder } = request;
  const here = resolve(".");
  const house = findHouse();
  const code = await readConsumers(consumers, here);
  // Paths are printed as those know them who look at the repository.
  if (house !== undefined) process.chdir(house);
  return {
    root: house ?? here,
    base: fromHere(base, here, house ?? here),
    ...(head === undefined ? {} : { head: fromHere(head, here, house ?? here) }),
    apis,
    consumers: code,
    today: new Date().toISOString().slice(0, 10),
    showsPackages: folder !== undefined || format === "html",
  };
}

/** A path is meant from where the user is, and the name of a commit from nowhere. */
function fromHere(name: string, here: string, root: string): string {
  if (!/^\.{1,2}([\\/]|$)|[\\/]$|\.(ya?ml|json)$/i.test(name)) return name;
  const path = relative(root, resolve(here, name));
  return path.startsWith("..") || isAbsolute(path) ? resolve(here, name) : `./${path}`;
}

function assertKnown(names: readonly string[], { apis, problems }: Review): void {
  const unknown = names.find((name) => !apis.some(({ api }) => api === name));
  if (unknown === undefined || problems.length > 0) return;
  throw new UsageError(`neither side has an API "${unknown}"`);
}

async function updateChangesets(review: Review, root: string): Promise<void> {
  const readText = (path: string) => readFile(join(root, path), "utf8").catch(() => undefined);
  for (const edit of await writeChangesets(review, readText)) {
    if (edit.kind === "remove") await rm(join(root, edit.path), { force: true });
    else {
      await writeWhole(join(root, edit.changeset.path), edit.changeset.text);
      printError(`The release is told in ${edit.changeset.path}.`);
    }
  }
}
