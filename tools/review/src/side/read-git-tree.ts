import { join, posix, relative } from "node:path";
import { type FileTree, fileError, type TreeEntry } from "./file-tree.ts";
import type { GitRepository } from "./open-repository.ts";
import { runGit } from "./run-git.ts";

/** What git keeps under a path: `git ls-tree` in gitrepository-layout. */
interface GitEntry {
  readonly mode: string;
  readonly id: string;
}

const link = "120000";
const submodule = "160000";

/** Links that lead to links, and so on; as many as Linux follows. */
const mostLinks = 40;

/**
 * The files of a house as they were committed. Nothing is checked out: git is asked for the names once and for each
 * text when it is needed. A link within the repository is followed.
 *
 * @param commit - full id of a commit that the repository holds
 */
export async function readGitTree(repository: GitRepository, commit: string): Promise<FileTree> {
  const result = await runGit(repository.root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (result.kind !== "done") throw new Error(`git lists no files of ${commit}`);
  const entries = parseEntries(result.output.toString("utf8"));
  const folders = listFolders(entries);
  const { root, prefix, readBlob } = repository;
  const pathOf = (file: string) => posix.normalize(prefix + relative(root, file).replaceAll("\\", "/"));

  const readPath = async (path: string, links: number): Promise<string> => {
    if (path.startsWith("../")) throw fileError("EIO", "the file lies outside of the repository");
    const entry = entries.get(path);
    if (entry !== undefined && entry.mode !== link && entry.mode !== submodule) return readBlob(entry.id);
    if (folders.has(path)) throw fileError("EISDIR", "Expected a file but received a folder");
    const [part, found] = findStep(entries, path);
    if (found === undefined) throw fileError("ENOENT", `ENOENT: no such file or directory '${path}'`);
    if (found.mode === submodule)
      throw fileError("EIO", `\`${part}\` is a submodule, which git keeps elsewhere`);
    const target = await readBlob(found.id);
    if (links === mostLinks) throw fileError("EIO", `the link \`${part}\` leads round in a circle`);
    if (posix.isAbsolute(target)) throw fileError("EIO", `the link \`${part}\` leads out of the repository`);
    const rest = path.slice(part.length);
    return readPath(posix.normalize(posix.join(posix.dirname(part), target) + rest), links + 1);
  };

  return {
    root,
    specs: join(root, "specs"),
    readText: async (file) => {
      const text = await readPath(pathOf(file), 0);
      if (text.startsWith("version https://git-lfs.github.com/spec/")) {
        throw fileError("EIO", "the file is kept in Git LFS, and this commit holds a pointer to it only");
      }
      return text;
    },
    readFolder: async (folder) => folders.get(pathOf(folder).replace(/\/$/, "")) ?? [],
  };
}

function parseEntries(listing: string): ReadonlyMap<string, GitEntry> {
  const lines = listing.split("\0").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf("\t");
      const [mode = "", , id = ""] = line.slice(0, tab).split(" ");
      return [line.slice(tab + 1), { mode, id }];
    }),
  );
}

function listFolders(entries: ReadonlyMap<string, GitEntry>): ReadonlyMap<string, readonly TreeEntry[]> {
  const folders = new Map<string, TreeEntry[]>();
  const add = (path: string, kind: TreeEntry["kind"]) => {
    const slash = path.lastIndexOf("/");
    const parent = slash < 0 ? "." : path.slice(0, slash);
    const known = folders.get(parent);
    if (known === undefined) {
      folders.set(parent, []);
      if (parent !== ".") add(parent, "folder");
    }
    folders.get(parent)?.push({ name: path.slice(slash + 1), kind });
  };
  for (const [path, { mode }] of entries) add(path, mode === submodule ? "submodule" : "file");
  return folders;
}

/** The first part of a path at which there is something that leads elsewhere, if there is one. */
function findStep(entries: ReadonlyMap<string, GitEntry>, path: string): [string, GitEntry | undefined] {
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) {
    const part = path.slice(0, end);
    const entry = entries.get(part);
    if (entry !== undefined)
      return [part, entry.mode === link || entry.mode === submodule ? entry : undefined];
  }
  return [path, entries.get(path)];
}
