import { basename, dirname, extname, join } from "node:path";
import type { ApiSource } from "@specmill/spec";
import { type ChosenSide, chooseSides, type SideOptions } from "./choose-sides.ts";
import { type FileTree, isAbsence } from "./file-tree.ts";
import { findRenames, type LoneApi } from "./find-renames.ts";
import { faultOf } from "./interpret-side.ts";
import { listApis } from "./list-apis.ts";
import { type DocumentPlace, loadPair } from "./load-pair.ts";
import type { ApiPair, Side, SidesResult } from "./side.ts";

/**
 * Reads two states of a house, or two documents, and pairs their APIs by name. Nothing is checked out or written: what
 * is committed is read from the objects of git.
 *
 * @returns the two sides, where documents that cannot be loaded are told with their API; or the problems with what was
 *   named: no such commit, folder or file, or two that cannot be compared
 */
export async function readSides(options: SideOptions): Promise<SidesResult> {
  const choice = await chooseSides(options);
  if (choice.kind === "failed") return choice;
  const { base, head } = choice;
  const [before, after] = await Promise.all([listDocuments(base, head), listDocuments(head, head)]);
  if (before.size === 0 && after.size === 0) {
    const message = `Neither ${base.label} nor ${head.label} holds an API: there is no specs/<api>/openapi.yaml.`;
    return { kind: "failed", problems: [faultOf(options.base, message, "Run it where specs/ is.").problem] };
  }
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const pairs = await Promise.all(names.map((name) => loadPair(name, before.get(name), after.get(name))));
  const apis = joinRenamed(pairs).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { kind: "read", sides: { base: toSide(base), head: toSide(head), apis } };
}

/** The documents of a side by the name of the API. That of a single file is told by head, for both sides. */
async function listDocuments(
  side: ChosenSide,
  head: ChosenSide,
): Promise<ReadonlyMap<string, DocumentPlace>> {
  const { kind, tree, label, file } = side;
  const apis: readonly ApiSource[] =
    file === undefined ? await listApis(tree) : [{ name: nameOf(head.file ?? file), file }];
  return new Map(
    apis.map((api) => [api.name, { tree, file: api.file, ...(kind === "commit" ? { label } : {}) }]),
  );
}

function nameOf(file: string): string {
  const name = basename(file, extname(file));
  return name === "openapi" ? basename(dirname(file)) : name;
}

function joinRenamed(pairs: readonly ApiPair[]): ApiPair[] {
  const gone = pairs.filter(({ kind }) => kind === "removed");
  const fresh = pairs.filter(({ kind }) => kind === "added");
  const renames = findRenames(
    gone.flatMap(({ name, base }): LoneApi[] => (base ? [{ name, document: base }] : [])),
    fresh.flatMap(({ name, head }): LoneApi[] => (head ? [{ name, document: head }] : [])),
  );
  const former = new Set(renames.values());
  return pairs.flatMap((pair): ApiPair[] => {
    if (pair.kind === "removed" && former.has(pair.name)) return [];
    const formerName = pair.kind === "added" ? renames.get(pair.name) : undefined;
    const base = gone.find(({ name }) => name === formerName)?.base;
    if (formerName === undefined || base === undefined) return [pair];
    return [{ ...pair, kind: "renamed", formerName, base }];
  });
}

function toSide({ kind, label, tree, file }: ChosenSide): Side {
  const { readText: readSource } = tree;
  if (file !== undefined) {
    return { kind, label, readSource, readText: async () => undefined, listFiles: async () => [] };
  }
  return {
    kind,
    label,
    readSource,
    readText: (path) =>
      readSource(pathIn(tree, path)).catch((error: unknown) => {
        if (isAbsence(error)) return undefined;
        throw error;
      }),
    listFiles: async (folder) => (await listBelow(tree, pathIn(tree, folder), "")).toSorted(),
  };
}

/** Where a path of a house is: the folder with the documents may have another name than `specs`. */
function pathIn({ root, specs }: FileTree, path: string): string {
  const [first = "", ...rest] = path.split("/");
  return first === "specs" ? join(specs, ...rest) : join(root, path);
}

async function listBelow(tree: FileTree, folder: string, prefix: string): Promise<readonly string[]> {
  const entries = await tree.readFolder(folder);
  const found = entries.map(async ({ name, kind }) => {
    if (kind === "file") return [prefix + name];
    if (kind === "submodule" || name === "node_modules" || name === ".git") return [];
    return listBelow(tree, join(folder, name), `${prefix}${name}/`);
  });
  return (await Promise.all(found)).flat();
}
