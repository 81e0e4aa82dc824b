import { existsSync } from "node:fs";
import { join } from "node:path";
import { startMock } from "@specmill/mock";
import { type ApiSource, formatProblem } from "@specmill/spec";
import { type Called, callOperations } from "../call-operations.ts";
import { type Command, UsageError } from "../command.ts";
import { selectApis } from "../find-house.ts";
import { formatTable } from "../format-table.ts";
import { parseOptions } from "../parse-options.ts";
import { printError, printProgress, printResult } from "../print.ts";

export const start: Command = {
  summary: "call every operation once, through its generated client, against the mock",
  help: `Usage: specmill start [api…]

Starts the mock on a free port, calls each operation of the APIs named, or of all, with the examples of its document
through the built client in packages/<api>, prints what came back, and stops. \`npm start\` lints, generates and builds
first.
`,
  async run(args) {
    const { positionals } = parseOptions(args, {});
    const { root, apis } = await selectApis(positionals);
    const unbuilt = apis.find(({ name }) => !existsSync(join(root, "packages", name, "dist", "index.js")));
    if (unbuilt !== undefined) {
      throw new UsageError(
        `packages/${unbuilt.name} is not built. Run \`npm run build\`, or \`npm start\` for all of it`,
      );
    }
    const started = await startMock({ apis });
    switch (started.kind) {
      case "failed":
        for (const problem of started.problems) printError(formatProblem(problem));
        return 1;
      case "unavailable":
        printError(`specmill start: ${started.message}`);
        return 2;
      case "started":
    }
    try {
      const called = await callAll(root, apis, started.mock.url);
      printResult(formatTable(["api", "operation", "method", "status", "answer"], called.map(toRow)));
      return called.every(({ ok }) => ok) ? 0 : 1;
    } finally {
      await started.mock.close();
    }
  },
};

async function callAll(
  root: string,
  apis: readonly ApiSource[],
  mockUrl: string,
): Promise<readonly Called[]> {
  const called: Called[] = [];
  for (const { name, file } of apis) {
    printProgress(`calling ${name}`);
    called.push(...(await callOperations(name, file, join(root, "packages", name), `${mockUrl}/${name}`)));
  }
  return called;
}

/** Answers are cut so that a row fits a terminal: what matters is that one came, and that the client took it. */
function toRow({ api, operation, method, status, answer }: Called): readonly string[] {
  return [api, operation, method, status, answer.length > 40 ? `${answer.slice(0, 39)}…` : answer];
}
