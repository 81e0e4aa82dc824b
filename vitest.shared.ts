import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Every workspace's tests read the sources of the others, so that no build can be stale under a test. */
export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^@specmill\/(spec|oracle|generator|mock|contract|review)$/,
        replacement: here("tools/$1/src/index.ts"),
      },
      {
        find: /^@specmill\/([a-z0-9-]+)\/(schemas|testing|validation)$/,
        replacement: here("packages/$1/src/$2.ts"),
      },
      { find: /^@specmill\/([a-z0-9-]+)$/, replacement: here("packages/$1/src/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Only a hang takes this long, also where many suites share few cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The name of a test is a sentence, and is to be read to its end.
    chaiConfig: { truncateThreshold: 0 },
  },
});
