import { type Mock, type MockEvent, startMock } from "@specmill/mock";
import { formatProblem } from "@specmill/spec";
import type { Command, ExitCode } from "../command.ts";
import { parseOptions } from "../parse-options.ts";
import { parsePort } from "../parse-port.ts";
import { printError, printProgress, printResult } from "../print.ts";
import { selectSources } from "../select-sources.ts";

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
