import { mkdtemp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.js";
import { startPageServer } from "./start-page-server.js";
import { startProxy } from "./start-proxy.js";

/**
 * @import { Child } from "../../../bench/src/create-processes.js"
 * @import { Report } from "../consumer/consumer.mjs"
 * @import { Proxy } from "./start-proxy.js"
 * @import { Workshop } from "./workshop.js"
 */

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--password-store=basic",
  // Only loopback can be found, so no other host is ever asked anything.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const patience = 60_000;

/**
 * Runs the consumer in a page of another origin than the mock's, under a strict policy, through proxies that see
 * whether the browser asked for permission first.
 *
 * @param {Workshop} workshop
 * @param {string} executable
 * @returns {Promise<Report>}
 * @throws {Error} where no report comes, no preflight was seen, or the policy was broken by more than the probe
 */
export async function runInChromium(workshop, executable) {
  const { processes, project, place } = workshop;
  await bundle(workshop, "page.mjs", "page.js");
  const [html, script] = await Promise.all(
    ["page.html", "page.js"].map((name) => readFile(join(project, name), "utf8")),
  );
  const proxies = await Promise.all(
    Object.entries(place.urls).map(async ([api, url]) => ({ api, ...(await startProxy(url)) })),
  );
  const urls = Object.fromEntries(proxies.map(({ api, url }) => [api, url]));
  const server = await startPageServer({ html: html ?? "", script: script ?? "", place: { ...place, urls } });
  const profile = await mkdtemp(join(project, "chromium-"));
  const child = processes.start({
    words: [executable, ...flags, `--user-data-dir=${profile}`, server.url],
    cwd: project,
  });
  try {
    const { report, faults, breaches } = await Promise.race([server.posted, awaitEnd(child)]);
    if (report === undefined || faults.length > 0) throw new Error(`The page failed: ${faults.join("; ")}`);
    proxies.forEach(checkPreflight);
    // The consumer tries once to run text as code: that shows that the policy holds, and that breaches are seen.
    if (breaches.join() !== "script-src eval")
      throw new Error(`Breaches of the policy: ${breaches.join(", ")}`);
    return report;
  } finally {
    await processes.stop(child);
    await Promise.all([server.close(), ...proxies.map(({ close }) => close())]);
  }
}

/**
 * @param {Child} child
 * @returns {Promise<never>} which fails when the browser ends, or takes too long
 */
function awaitEnd(child) {
  let said = "";
  child.stdout.resume();
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  return new Promise((_, reject) => {
    const fail = () => reject(new Error(`No report came.\n${said.trim().split("\n").slice(-15).join("\n")}`));
    const timer = setTimeout(fail, patience);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      fail();
    });
  });
}

/** @param {{ readonly api: string, readonly seen: Proxy["seen"] }} proxy */
function checkPreflight({ api, seen }) {
  if (seen[0] === "OPTIONS" && seen.length > 1) return;
  throw new Error(
    `${api}: the first requests were ${seen.join(", ") || "none"}, not a preflight and then others.`,
  );
}
