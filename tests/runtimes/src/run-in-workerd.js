import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "../../../bench/src/start-server.js";
import { bundle } from "./bundle.js";

/**
 * @import { Report } from "../consumer/consumer.mjs"
 * @import { Workshop } from "./workshop.js"
 */

// Loopback is closed to workers unless a service opens it.
const config = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "consumer", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = (name = "consumer", entrypoint = "consumer"))],
);
`;

/**
 * Runs the consumer in a worker that answers a request with its report.
 *
 * @param {Workshop} workshop
 * @param {string} executable
 * @returns {Promise<Report>}
 */
export async function runInWorkerd(workshop, executable) {
  const { processes, project, place } = workshop;
  await bundle(workshop, "worker.mjs", "worker.js");
  await writeFile(join(project, "worker.capnp"), config);
  const words = /** @type {const} */ ([executable, "serve", "worker.capnp", "--control-fd=1"]);
  const server = await startServer(processes, { words: [...words], cwd: project }, (stdout) => {
    const port = stdout.match(/"event":"listen".*"port":(\d+)/)?.[1];
    return port === undefined ? undefined : [`http://127.0.0.1:${port}/`];
  });
  try {
    const response = await fetch(server.urls[0] ?? "", {
      method: "POST",
      body: JSON.stringify(place),
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`The worker answered ${response.status}: ${await response.text()}`);
    return await response.json();
  } finally {
    await server.stop();
  }
}
