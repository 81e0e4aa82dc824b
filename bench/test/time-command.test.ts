import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { createProcesses } from "../src/create-processes.js";
import { timeCommand } from "../src/time-command.js";

const node = (script: string) => ({
  words: [process.execPath, "-e", script] as [string, ...string[]],
  cwd: ".",
});

test("a command that fails is no measurement: the error says how it ended and what it said", async () => {
  const processes = createProcesses(process.env);
  const script = 'console.error("no such thing"); process.exit(3)';
  await expect(timeCommand(processes, node(script))).rejects.toThrow(/ended with 3:\nno such thing$/);
});

test("a command that is not there is no measurement either", async () => {
  const processes = createProcesses(process.env);
  const command = { words: ["there-is-no-such-command"] as [string], cwd: "." };
  await expect(timeCommand(processes, command)).rejects.toThrow("ENOENT");
});

test("ending a process ends what it has started, and nothing starts after that", async () => {
  const processes = createProcesses(process.env);
  onTestFinished(() => processes.killAll());
  const inner = 'setInterval(() => {}, 1000); console.log("up")';
  const outer = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" })`;
  const child = processes.start(node(outer));
  await once(child.stdout, "data");
  const closed = once(child, "close");
  await processes.stopAll();
  // The pipe closes when the last process that holds it has ended.
  await closed;
  expect(() => processes.start(node(""))).toThrow();
});
