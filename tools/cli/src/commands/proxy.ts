import { resolve } from "node:path";
import {
  type DriftReport,
  type ProxyEvent,
  type RunningProxy,
  startProxy,
  writeDriftJson,
  writeDriftLine,
  writeDriftMarkdown,
  writeDriftSummary,
} from "@specmill/contract";
import {
  type ApiSource,
  displayPath,
  formatProblem,
  type LoadedDocument,
  loadDocument,
} from "@specmill/spec";
import { type Command, UsageError } from "../command.ts";
import { parseOptions } from "../parse-options.ts";
import { parsePort } from "../parse-port.ts";
import { printError, printProgress, printResult } from "../print.ts";
import { selectSources } from "../select-sources.ts";
import { writeFiles } from "../write-files.ts";

export const proxy: Command = {
  summary: "pass traffic on to a server, and say where it is not as documented",
  help: `Usage: specmill proxy --target URL [api] [--port N] [--report DIR] [--json]
       specmill proxy --target URL --spec FILE [--port N] [--report DIR] [--json]

Passes every request on to the server byte for byte, and its answer back, until you stop it. What passes is held
against the document: each difference is told once, and at the end all of them with a patch for the document.

  --target URL  where the API answers, with the path below which those of the document begin
  --spec FILE   a document of any place, instead of one of the house's
  --port N      the port; 4020 unless given, 0 for any that is free
  --report DIR  write drift.json, drift.md and patch.json (RFC 6902, for the bundled document) into a folder
  --json        print a line { "api", "url" } once it answers, and the report as a line of JSON at the end

Exit codes: 0 all was as documented, 1 something was not, 2 misuse or bug.
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      target: { type: "string" },
      spec: { type: "string" },
      port: { type: "string", default: "4020" },
      report: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const target = parseTarget(values.target);
    const port = parsePort(values.port);
    const folder = values.report === undefined ? undefined : resolve(values.report);
    const source = await selectSource(positionals, values.spec);
    printProgress(`loading ${source.name}`);
    const result = await loadDocument(source.file);
    if (result.kind === "failed") {
      for (const problem of result.problems) printError(formatProblem(problem));
      return 1;
    }
    const { document } = result.loaded;
    const started = await startProxy({ target, document, port, onEvent: printEvent });
    if (started.kind === "unavailable") {
      printError(`specmill proxy: ${started.message}`);
      return 2;
    }
    announce(source.name, started.proxy, values.json);
    const report = await untilStopped(started.proxy);
    printResult(values.json ? JSON.stringify(report) : writeDriftSummary(report));
    if (folder !== undefined) await writeReport(folder, report, result.loaded);
    return report.findings.length === 0 ? 0 : 1;
  },
};

function parseTarget(text: string | undefined): string {
  if (text === undefined)
    throw new UsageError("--target is missing: the URL of the server to pass requests to");
  // What is wrong with an address is not told with it: it may hold a password.
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError("--target is the URL of a server, such as https://api.example.com/v1");
  }
  return text;
}

/** A server answers for one API. */
async function selectSource(names: readonly string[], spec: string | undefined): Promise<ApiSource> {
  const sources = await selectSources(names, spec);
  const [only, ...others] = sources;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(`a server has one API: name one of ${sources.map(({ name }) => name).join(", ")}`);
}

function announce(api: string, { url }: RunningProxy, json: boolean): void {
  printResult(json ? JSON.stringify({ api, url }) : url);
  if (!json) printError("Ctrl-C stops the proxy, and prints the report.");
}

function printEvent(event: ProxyEvent): void {
  switch (event.kind) {
    case "found":
      printError(writeDriftLine(event.finding));
      return;
    case "unjudged":
      printError(`An exchange was passed on and could not be judged: ${event.message}`);
      return;
    case "passed":
      return;
  }
}

function untilStopped(running: RunningProxy): Promise<DriftReport> {
  return new Promise((done, fail) => {
    const stop = () => {
      running
        .close()
        .then(() => running.report())
        .then(done, fail);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

async function writeReport(folder: string, report: DriftReport, loaded: LoadedDocument): Promise<void> {
  const file = loaded.files.length === 1 ? displayPath(loaded.file) : undefined;
  await writeFiles(folder, {
    "drift.json": writeDriftJson(report),
    "drift.md": writeDriftMarkdown(report, file),
    "patch.json": `${JSON.stringify(report.patch, undefined, 2)}\n`,
  }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--report ${folder} cannot be written: ${why}`);
  });
  printError(`The report is in ${folder}.`);
}
