import { type FSWatcher, watch } from "node:fs";
import { dirname, join, sep } from "node:path";

export interface FileWatch {
  /** Watches these files from now on, instead of those before. A file need not exist yet. */
  readonly update: (files: readonly string[]) => void;
  readonly close: () => void;
}

/** An editor that saves makes several changes at once; this long after the last of them they count as one. */
const settle = 50;

/**
 * Calls `onChange` after any of the files has changed, come or gone. It watches the folders that hold them, since an
 * editor that saves by renaming puts a new file in the old one's place, and of a folder that is missing the nearest
 * one above it.
 *
 * @param files - absolute paths
 */
export function watchFiles(files: readonly string[], onChange: () => void): FileWatch {
  let watched = files;
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;

  const listen = () => {
    const before = watchers;
    const folders = new Set(watched.map(dirname));
    watchers = [...folders].map((folder) => watchFolder(folder, notice));
    // After the new ones stand, so that no change falls between.
    for (const watcher of before) watcher.close();
  };
  const notice = (path: string | undefined) => {
    const matters =
      path === undefined || watched.some((file) => file === path || file.startsWith(`${path}${sep}`));
    if (!matters) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A folder that was replaced has a new one in its place, which its watcher does not see.
      listen();
      onChange();
    }, settle);
  };

  listen();
  return {
    update: (next) => {
      watched = next;
      listen();
    },
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchFolder(folder: string, notice: (path: string | undefined) => void): FSWatcher {
  try {
    const watcher = watch(folder, (_event, name) => notice(name === null ? undefined : join(folder, name)));
    return watcher.on("error", () => notice(undefined));
  } catch (error) {
    const parent = dirname(folder);
    if (!isMissing(error) || parent === folder) throw error;
    return watchFolder(parent, notice);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
