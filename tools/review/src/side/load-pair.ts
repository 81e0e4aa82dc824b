import { dirname, join, relative } from "node:path";
import {
  displayPath,
  type LoadedDocument,
  type LoadResult,
  loadDocument,
  type Problem,
} from "@specmill/spec";
import type { FileTree } from "./file-tree.ts";
import type { ApiPair } from "./side.ts";

/** Where a document is on one side. */
export interface DocumentPlace {
  readonly tree: FileTree;
  /** Absolute path. */
  readonly file: string;
  /** What people call the side, where its files are not those that they see on disk. */
  readonly label?: string;
}

/**
 * Loads an API from the sides that have it. What is written in the same texts on both is loaded only once.
 *
 * @param name - of the API
 */
export async function loadPair(
  name: string,
  base: DocumentPlace | undefined,
  head: DocumentPlace | undefined,
): Promise<ApiPair> {
  const after = head && (await load(head));
  const file = displayPath(head?.file ?? base?.file ?? name);
  if (base !== undefined && head !== undefined && after?.result.kind === "loaded") {
    if (await isSame(after.texts, base, head)) {
      const { loaded } = after.result;
      return { name, kind: "unchanged", file, base: moveTo(loaded, base.file), head: loaded, problems: [] };
    }
  }
  const before = base && (await load(base));
  const problems = [...problemsOf(base, before?.result), ...problemsOf(head, after?.result)];
  return {
    name,
    kind: problems.length > 0 ? "unreadable" : !base ? "added" : !head ? "removed" : "changed",
    file,
    ...(before?.result.kind === "loaded" ? { base: before.result.loaded } : {}),
    ...(after?.result.kind === "loaded" ? { head: after.result.loaded } : {}),
    problems,
  };
}

interface Loading {
  readonly result: LoadResult;
  /** Every file that was asked for, by absolute path; undefined where there is none. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

async function load({ tree, file }: DocumentPlace): Promise<Loading> {
  const texts = new Map<string, string | undefined>();
  const readText = async (path: string) => {
    texts.set(path, undefined);
    const text = await tree.readText(path);
    texts.set(path, text);
    return text;
  };
  return { result: await loadDocument(file, { readText }), texts };
}

/** Whether all that was read for head is the same text in base, at the same place as seen from the document. */
async function isSame(
  texts: ReadonlyMap<string, string | undefined>,
  base: DocumentPlace,
  head: DocumentPlace,
): Promise<boolean> {
  const same = await Promise.all(
    [...texts].map(async ([file, text]) => {
      const other = await base.tree.readText(move(file, head.file, base.file)).catch(() => undefined);
      return normalize(other) === normalize(text);
    }),
  );
  return same.every(Boolean);
}

/** A working tree may end lines as its system does; what is committed does not tell. */
function normalize(text: string | undefined): string | undefined {
  return text?.replaceAll("\r\n", "\n");
}

function moveTo(loaded: LoadedDocument, root: string): LoadedDocument {
  if (loaded.file === root) return loaded;
  const to = (file: string) => move(file, loaded.file, root);
  const origins =
    loaded.origins &&
    [...loaded.origins].map(([key, { file, pointer }]) => [key, { file: to(file), pointer }] as const);
  return {
    ...loaded,
    file: root,
    files: loaded.files.map(to).sort(),
    ...(origins === undefined ? {} : { origins: new Map(origins) }),
  };
}

/** The place of `file`, which was seen from the document `from`, as seen from the document `to`. */
function move(file: string, from: string, to: string): string {
  return file === from ? to : join(dirname(to), relative(dirname(from), file));
}

function problemsOf(place: DocumentPlace | undefined, result: LoadResult | undefined): readonly Problem[] {
  if (result?.kind !== "failed") return [];
  const label = place?.label;
  if (label === undefined) return result.problems;
  return result.problems.map((problem) => ({ ...problem, message: `At ${label}: ${problem.message}` }));
}
