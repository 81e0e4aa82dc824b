import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { displayPath, type Problem } from "@specmill/spec";
import type { FileTree } from "./file-tree.ts";
import { findCommit, findMergeBase } from "./find-commit.ts";
import { faultOf, interpretSide, type Meaning } from "./interpret-side.ts";
import { listApis } from "./list-apis.ts";
import { type GitRepository, openRepository } from "./open-repository.ts";
import { readDiskTree } from "./read-disk-tree.ts";
import { readGitTree } from "./read-git-tree.ts";
import type { Side } from "./side.ts";

export interface SideOptions {
  /** Absolute path of the house, which holds `specs/`; relative paths begin here, and git is asked from here. */
  readonly root: string;
  /** A commit, a folder or a file; see `interpretSide`. */
  readonly base: string;
  /** The same; without it, the house as it is on disk. */
  readonly head?: string;
}

/** A side with the files of it. */
export interface ChosenSide {
  readonly kind: Side["kind"];
  readonly label: string;
  readonly tree: FileTree;
  /** Absolute path of the only document, where the side is a file. */
  readonly file?: string;
}

export type Choice =
  | { readonly kind: "chosen"; readonly base: ChosenSide; readonly head: ChosenSide }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

type HeadMeaning = Meaning | { readonly kind: "working tree" };
type Commit = Extract<Meaning, { kind: "commit" }>;
type Path = Extract<Meaning, { kind: "folder" | "file" }>;
type Fault = Extract<Meaning, { kind: "fault" }>;

/**
 * Finds the files of the two sides that a user names. Of a commit that is the base, it is where the head left it: the
 * merge base with head, or with HEAD where head is the house as it is on disk.
 */
export async function chooseSides({ root, base: baseName, head: headName }: SideOptions): Promise<Choice> {
  let opened: ReturnType<typeof openRepository> | undefined;
  const open = () => {
    opened ??= openRepository(root);
    return opened;
  };
  const base = await interpretSide(baseName, root, open);
  const head: HeadMeaning =
    headName === undefined ? { kind: "working tree" } : await interpretSide(headName, root, open);
  if (base.kind === "fault" || head.kind === "fault") return failed(base, head);
  const mismatch = findMismatch(base, head);
  if (mismatch !== undefined) return failed(mismatch);
  const chosenBase = base.kind === "commit" ? await chooseBase(base, head) : await choosePath(base);
  const chosenHead = await chooseHead(head, root);
  if (chosenBase.kind === "fault" || chosenHead.kind === "fault") return failed(chosenBase, chosenHead);
  return { kind: "chosen", base: chosenBase, head: chosenHead };
}

function failed(...sides: readonly (HeadMeaning | ChosenSide)[]): Choice {
  return { kind: "failed", problems: sides.flatMap((side) => (side.kind === "fault" ? [side.problem] : [])) };
}

function findMismatch(base: Exclude<Meaning, Fault>, head: Exclude<HeadMeaning, Fault>): Fault | undefined {
  if (base.kind === "file" && head.kind !== "file") return refuseFile(base, head);
  if (head.kind === "file" && base.kind !== "file") return refuseFile(head, base);
  return undefined;
}

function refuseFile({ name }: Path, other: Exclude<HeadMeaning, Fault>): Fault {
  const what = other.kind === "working tree" ? "the working tree" : `the ${other.kind} \`${other.name}\``;
  const message = `\`${name}\` is a file and cannot be compared with ${what}.`;
  return faultOf(name, message, "Give two files: --base A.yaml --head B.yaml");
}

async function chooseBase(base: Commit, head: Exclude<HeadMeaning, Fault>): Promise<ChosenSide | Fault> {
  const { repository, id, name } = base;
  // A folder has no history: it is compared with the very commit that was named.
  if (head.kind === "folder" || head.kind === "file") return chooseCommit(repository, id, labelOf(base));
  const tip = head.kind === "commit" ? head.id : await findCommit(repository, "HEAD");
  const common = tip === undefined ? undefined : await findMergeBase(repository, id, tip);
  if (common !== undefined) {
    return chooseCommit(repository, common, `${nameOf(base)} (merge base ${shorten(common)})`);
  }
  const two = `\`${name}\` and \`${head.kind === "commit" ? head.name : "HEAD"}\``;
  if (repository.isShallow) {
    const message = `${two} have no commit in common in this clone, which holds only the end of the history.`;
    const remedy = "Fetch all of it: git fetch --unshallow";
    return faultOf(name, message, `${remedy}. In GitHub Actions, give actions/checkout \`fetch-depth: 0\`.`);
  }
  const hint = "Name a commit that the change is built on, or compare two folders.";
  return faultOf(name, `${two} have no commit in common.`, hint);
}

async function chooseHead(head: Exclude<HeadMeaning, Fault>, root: string): Promise<ChosenSide | Fault> {
  switch (head.kind) {
    case "commit":
      return chooseCommit(head.repository, head.id, labelOf(head));
    case "working tree":
      return { kind: "working tree", label: "working tree", tree: readDiskTree(root) };
    case "folder":
    case "file":
      return choosePath(head);
  }
}

async function chooseCommit(repository: GitRepository, id: string, label: string): Promise<ChosenSide> {
  return { kind: "commit", label, tree: await readGitTree(repository, id) };
}

function labelOf(commit: Commit): string {
  const [name, short] = [nameOf(commit), shorten(commit.id)];
  return name === short ? short : `${name} (${short})`;
}

function nameOf({ name, id }: Commit): string {
  return id.startsWith(name) ? shorten(id) : name;
}

function shorten(id: string): string {
  return id.slice(0, 7);
}

async function choosePath({ kind, name, path }: Path): Promise<ChosenSide | Fault> {
  const label = displayPath(path);
  if (kind === "file") return { kind, label, file: path, tree: readDiskTree(dirname(path), dirname(path)) };
  const specs = await stat(join(path, "specs")).catch(() => undefined);
  const tree = specs?.isDirectory() ? readDiskTree(path) : readDiskTree(path, path);
  if (specs?.isDirectory() || (await listApis(tree)).length > 0) return { kind, label, tree };
  return faultOf(
    name,
    `The folder \`${name}\` holds no APIs: neither specs/ nor <api>/openapi.yaml.`,
    "Name a folder that holds specs/, or one like it.",
  );
}
