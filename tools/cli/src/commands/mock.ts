import { basename, dirname, extname, resolve } from "node:path";
import { type Mock, type MockEvent, startMock } from "@specmill/mock";
import { type ApiSource, formatProblem } from "@specmill/spec";
import { type Command, type ExitCode, UsageError } from "../command.ts";
import { selectApis } from "../find-house.ts";
import { parseOptions } from "../parse-options.ts";
import { printError, printProgress, printResult } from "../print.ts";

export const mock: Command = {
  summary: "serve APIs from their documents until you stop it",
  help: `Usage: specmill mock [api…] [--port N] [--json]
       specmill mock --spec FILE [--port N] [--json]

Serves the APIs named, or all, on one port, each below /<api>, and serves them anew when their files change.

  --spec FILE   a document of any place, served below the name of its folder or of itself
  --port N      the port; 4010 unless given, 0 for any that is free
  --json        print a line { "api", "url" } for each API once it answers, and nothing else
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      spec: { type: "string" },
      port: { type: "string", default: "4010" },
      json: { type: "boolean", default: false },
    });
    const port = parsePort(values.port);
    const apis = await selectSources(positionals, values.spec);
    printProgress(`loading ${apis.map((api) => api.name).join(", ")}`);
    const onEvent = values.json ? printFaults : printEvent;
    const result = await startMock({ apis, port, watch: true, onEvent });
    switch (result.kind) {
      case "failed":
        for (const problem of result.problems) printError(formatProblem(problem));
        return 1;
      case "unavailable":
        printError(`specmill mock: ${result.message}`);
        return 2;
      case "started":
        announce(result.mock, values.json);
        return await untilStopped(result.mock);
    }
  },
};

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, not "${text}"`);
}

async function selectSources(
  names: readonly string[],
  spec: string | undefined,
): Promise<readonly ApiSource[]> {
  if (spec === undefined) return (await selectApis(names)).apis;
  if (names.length > 0) throw new UsageError("name APIs or give --spec, not both");
  const file = resolve(spec);
  const ownName = basename(file, extname(file));
  return [{ name: ownName === "openapi" ? basename(dirname(file)) : ownName, file }];
}

function announce({ apis }: Mock, json: boolean): void {
  if (json) {
    for (const { api, url } of apis) printResult(JSON.stringify({ api, url }));
    return;
  }
  for (const { url } of apis) printResult(url);
  printError("Ctrl-C stops the mock.");
}

function printEvent(event: MockEvent): void {
  if (event.kind === "answered") printError(`${event.method} ${event.path} ${event.status}`);
  else if (event.kind === "reloaded") printError(`${event.api}: served anew`);
  else printFaults(event);
}

function printFaults(event: MockEvent): void {
  if (event.kind !== "kept") return;
  printError(`${event.api}: the edit is broken; the last good version is still served`);
  for (const problem of event.problems) printError(formatProblem(problem));
}

function untilStopped(running: Mock): Promise<ExitCode> {
  return new Promise((done, fail) => {
    const stop = () => {
      running.close().then(() => done(0), fail);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
