import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Problem } from "@specmill/spec";
import { findCommit } from "./find-commit.ts";
import type { GitRepository, OpenResult } from "./open-repository.ts";

/** What a name that a user gave for a side stands for. */
export type Meaning =
  | {
      readonly kind: "commit";
      readonly name: string;
      readonly id: string;
      readonly repository: GitRepository;
    }
  | { readonly kind: "folder" | "file"; readonly name: string; readonly path: string }
  | { readonly kind: "fault"; readonly problem: Problem };

/**
 * Tells what a user means by a side: a commit, or else a folder or a file. What is written as a path (`./main`,
 * `main/`, absolute) is no commit.
 *
 * @param root - absolute path of the folder that relative paths begin at
 * @param open - gives the git repository around it
 */
export async function interpretSide(
  name: string,
  root: string,
  open: () => Promise<OpenResult>,
): Promise<Meaning> {
  const path = resolve(root, name);
  if (name === "") return faultOf("(nothing)", "No name of a commit, and no path, is given.", namesOfSides);
  if (/^(\.{1,2}([\\/]|$)|[\\/]|[a-z]:[\\/])|[\\/]$/i.test(name)) {
    return (
      (await interpretPath(name, path)) ??
      faultOf(name, `There is no file or folder \`${name}\`.`, "Check the path.")
    );
  }
  if (name.startsWith("-")) {
    return faultOf(name, `\`${name}\` is no name of a commit: it begins with a dash.`, namesOfSides);
  }
  const opened = await open();
  const id = opened.kind === "open" ? await findCommit(opened.repository, name) : undefined;
  if (opened.kind === "open" && id !== undefined) {
    return { kind: "commit", name, id, repository: opened.repository };
  }
  const meaning = await interpretPath(name, path);
  if (meaning !== undefined) return meaning;
  const unknown = `There is no file or folder \`${name}\``;
  if (opened.kind === "closed") {
    return faultOf(
      name,
      `${unknown}, and no commit of that name can be looked up: ${opened.reason}.`,
      opened.hint,
    );
  }
  if (/\.(ya?ml|json)$/i.test(name)) return faultOf(name, `${unknown}.`, "Check the path.");
  return faultOf(name, `There is no commit \`${name}\`.`, howToFetch(name, opened.repository.isShallow));
}

/** A problem with what a user gave for a side; its place is what was given. */
export function faultOf(name: string, message: string, hint: string): Extract<Meaning, { kind: "fault" }> {
  const problem = {
    rule: "review-side",
    severity: "error",
    message,
    file: name,
    line: 1,
    column: 1,
    hint,
  } as const;
  return { kind: "fault", problem };
}

const namesOfSides = "Give a branch, a tag, a commit, a folder or a file.";

async function interpretPath(name: string, path: string): Promise<Meaning | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return { kind: found.isDirectory() ? "folder" : "file", name, path };
}

function howToFetch(name: string, isShallow: boolean): string {
  const branch = name.replace(/^origin\//, "");
  // What looks like a piece of a shell's language is not put into a command to copy.
  const command = /^[\w./-]+$/.test(branch)
    ? `: git fetch ${isShallow ? "--unshallow " : ""}origin ${branch}`
    : "";
  return isShallow
    ? `Fetch it first, with its history${command}. In GitHub Actions, give actions/checkout \`fetch-depth: 0\`.`
    : `Fetch it first${command}`;
}
