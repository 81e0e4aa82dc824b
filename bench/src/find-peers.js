import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * The command lines that we are measured against and that are installed with the workspace, each the very version
 * that our own tools stand on.
 *
 * @param {string} root - of the repository
 * @returns {{ readonly openapiTypescript: string, readonly prism: string, readonly redocly: string }} absolute paths
 *   of scripts for Node
 */
export function findPeers(root) {
  const generator = createRequire(join(root, "tools/generator/package.json"));
  return {
    openapiTypescript: join(dirname(generator.resolve("openapi-typescript/package.json")), "bin/cli.js"),
    prism: join(dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist/index.js"),
    redocly: join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js"),
  };
}
