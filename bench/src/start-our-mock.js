import { join } from "node:path";
import { listApis } from "./list-apis.js";
import { startServer } from "./start-server.js";

/**
 * @import { Workshop } from "./create-workshop.js"
 * @import { Server } from "./start-server.js"
 */

/**
 * Starts `specmill mock` with every API of the repository.
 *
 * @param {Workshop} workshop
 * @param {readonly string[]} options - such as `--json`, which keeps it from logging requests
 * @returns {Promise<Server>} with a URL for each API
 */
export async function startOurMock({ processes, house }, options) {
  const cwd = await house();
  const { length } = await listApis(cwd);
  const specmill = join(cwd, "tools/cli/bin/specmill.js");
  const words = /** @type {const} */ ([process.execPath, specmill, "mock", "--port", "0", ...options]);
  return startServer(processes, { words: [...words], cwd }, (stdout) => {
    const urls = stdout.match(/http:[^\s"]+(?=["\n])/g) ?? [];
    return urls.length === length ? urls : undefined;
  });
}
