import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What systems and programs look up to know where temporary files go. */
const variables = ["TMPDIR", "TEMP", "TMP"] as const;

/**
 * Does something that makes temporary files, also in processes of its own, and leaves none of them behind: neither when
 * it fails nor when the user interrupts it.
 */
export async function withOwnFolder<Result>(act: () => Promise<Result>): Promise<Result> {
  const before = variables.map((name) => [name, process.env[name]] as const);
  const folder = mkdtempSync(join(tmpdir(), "specmill-review-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const stop = (signal: NodeJS.Signals) => {
    remove();
    // Nothing listens any more, and so it ends this process as if nothing ever had.
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  for (const name of variables) process.env[name] = folder;
  try {
    return await act();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    process.off("SIGINT", stop).off("SIGTERM", stop);
    remove();
  }
}
