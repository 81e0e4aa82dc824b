import { fileError } from "./file-tree.ts";
import { runGit } from "./run-git.ts";

interface Request {
  readonly id: string;
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes a reader of the blobs of a repository by their ids. What is asked for at once is read by one command, and
 * nothing is read twice.
 *
 * @param folder - absolute path of a folder of the repository
 */
export function createBlobReader(folder: string): (id: string) => Promise<string> {
  const texts = new Map<string, Promise<string>>();
  let waiting: Request[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    readBatch(folder, batch).catch((error: Error) => {
      for (const { reject } of batch) reject(error);
    });
  };
  return (id) => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const text = new Promise<string>((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      if (waiting.length === 1) setImmediate(flush);
    });
    texts.set(id, text);
    return text;
  };
}

/** An answer is `<id> blob <size>`, a line feed, the bytes and a line feed; or `<id> missing`. */
async function readBatch(folder: string, batch: readonly Request[]): Promise<void> {
  const result = await runGit(folder, ["cat-file", "--batch"], batch.map(({ id }) => `${id}\n`).join(""));
  if (result.kind !== "done") throw fileError("EIO", "git cannot read its objects");
  let at = 0;
  for (const { resolve, reject } of batch) {
    const end = result.output.indexOf("\n", at);
    const [, type, size] = result.output.toString("latin1", at, end).split(" ");
    if (type !== "blob") {
      // A clone may leave out what it did not need so far.
      reject(fileError("EIO", "this clone does not hold its content"));
      at = end + 1;
      continue;
    }
    resolve(result.output.toString("utf8", end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
}
