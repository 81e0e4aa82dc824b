// Runs turbo with telemetry, update checks and npm's talk off, for itself and for every tool that a task starts.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const quiet = {
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  // Without npm's own lines, what a task prints is what its tool says.
  npm_config_loglevel: "silent",
};

const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
const { status, error } = spawnSync(process.execPath, [turbo, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, ...quiet },
});
if (error) throw error;
process.exitCode = status ?? 2;
