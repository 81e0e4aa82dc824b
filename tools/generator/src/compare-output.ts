import { createTwoFilesPatch } from "diff";
import { headerStart } from "./emit-header.ts";
import type { PlannedFile } from "./planned-file.ts";

/** What stands between a folder as it is and as a plan wants it. */
export type Change =
  | { readonly kind: "added"; readonly path: string; readonly after: string }
  | { readonly kind: "changed"; readonly path: string; readonly before: string; readonly after: string }
  /** Generated once, and in the plan no more. */
  | { readonly kind: "removed"; readonly path: string; readonly before: string };

/** Files by path below the package's folder. */
export type FileTexts = ReadonlyMap<string, string>;

/** The changes that turn `existing` into `planned`, by path. Files that Specmill did not write are not touched. */
export function compareOutput(existing: FileTexts, planned: readonly PlannedFile[]): readonly Change[] {
  const written = planned.flatMap(({ path, content }): Change[] => {
    const before = existing.get(path);
    if (before === undefined) return [{ kind: "added", path, after: content }];
    return before === content ? [] : [{ kind: "changed", path, before, after: content }];
  });
  const wanted = new Set(planned.map(({ path }) => path));
  const removed = [...existing].flatMap(([path, before]): Change[] =>
    wanted.has(path) || !before.startsWith(headerStart) ? [] : [{ kind: "removed", path, before }],
  );
  return [...written, ...removed].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files of a package's folder that neither the plan nor an earlier run accounts for, by path. */
export function findForeignFiles(existing: FileTexts, planned: readonly PlannedFile[]): readonly string[] {
  const wanted = new Set(planned.map(({ path }) => path));
  return [...existing]
    .filter(([path, text]) => !wanted.has(path) && !text.startsWith(headerStart))
    .map(([path]) => path)
    .sort();
}

/** Whether a plan may write where these files are: nothing is in its way, or what is there came from Specmill. */
export function mayWrite(existing: FileTexts, planned: readonly PlannedFile[]): boolean {
  const inTheWay = planned.some(({ path, content }) => existing.has(path) && existing.get(path) !== content);
  const generated = [...existing.values()].some((text) => text.startsWith(headerStart));
  return !inTheWay || generated || isGeneratedManifest(existing.get("package.json") ?? "");
}

/** Whether a `package.json` is one of ours: no package of another making has both of these. */
function isGeneratedManifest(text: string): boolean {
  return text.includes('"./openapi.json": "./openapi.json"') && text.includes('"@specmill/runtime": "^');
}

/** The changes as a unified diff, with paths below `folder`. */
export function formatDiff(changes: readonly Change[], folder: string): string {
  return changes
    .map((change) => {
      const path = `${folder}/${change.path}`;
      const before = change.kind === "added" ? "" : change.before;
      const after = change.kind === "removed" ? "" : change.after;
      const from = change.kind === "added" ? "/dev/null" : `a/${path}`;
      const to = change.kind === "removed" ? "/dev/null" : `b/${path}`;
      return createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 2 }).replace(
        /^=+\n/,
        "",
      );
    })
    .join("");
}
