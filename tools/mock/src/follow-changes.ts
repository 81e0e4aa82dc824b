import { displayPath } from "@specmill/spec";
import { describeFault } from "./describe-fault.ts";
import { type LoadedApi, loadApi } from "./load-api.ts";
import { watchFiles } from "./watch-files.ts";

/**
 * Loads an API again each time one of its files changes, one load at a time.
 *
 * @param file - path of the root document
 * @param files - what the API consists of now
 * @param apply - gets each outcome, good or bad
 * @returns what ends it; `apply` is not called after that
 */
export function followChanges(
  file: string,
  files: readonly string[],
  apply: (loaded: LoadedApi) => void,
): () => void {
  let good = files;
  let closed = false;
  let loading = Promise.resolve();
  const reload = async () => {
    if (closed) return;
    const loaded = await loadApi(file).catch((error: unknown) => failedBy(error, file));
    if (closed) return;
    if (loaded.kind === "loaded") good = loaded.files;
    // A broken edit may have lost its way to a file in which it can be mended.
    watch.update([...new Set([...good, ...loaded.files])]);
    apply(loaded);
  };
  const watch = watchFiles(files, () => {
    loading = loading.then(reload);
  });
  return () => {
    closed = true;
    watch.close();
  };
}

function failedBy(error: unknown, file: string): LoadedApi {
  return {
    kind: "failed",
    problems: [
      {
        rule: "mock-fault",
        severity: "error",
        message: `The mock itself failed over the document (${describeFault(error)}).`,
        file: displayPath(file),
        line: 1,
        column: 1,
      },
    ],
    files: [],
  };
}
