import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  formatCodeframe,
  formatGithub,
  formatJson,
  formatSarif,
  hasErrors,
  lintDocuments,
  type Problem,
} from "@specmill/spec";
import { type Command, UsageError } from "../command.ts";
import { findHouse, selectApis } from "../find-house.ts";
import { parseOptions } from "../parse-options.ts";
import { paletteFor, printProgress, printResult } from "../print.ts";

const formats = ["codeframe", "github", "json", "sarif"] as const;

export const lint: Command = {
  summary: "check documents against Redocly's rules and those of the house",
  help: `Usage: specmill lint [api…] [--format codeframe|github|json|sarif]
       specmill lint --spec FILE [--format …]

Checks specs/<api>/openapi.yaml of the APIs named, or of all, with the rules of redocly.yaml.

  --spec FILE     a document of any place, instead of the house's
  --format NAME   codeframe (the lines around each problem; the default), github (annotations), json, sarif
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      spec: { type: "string" },
      format: { type: "string", default: "codeframe" },
    });
    const format = formats.find((known) => known === values.format);
    if (format === undefined) throw new UsageError(`--format is one of ${formats.join(", ")}`);
    const { root, files } = await selectFiles(positionals, values.spec);
    printProgress(`linting ${files.length === 1 ? "1 document" : `${files.length} documents`}`);
    const problems = await lintDocuments(files, { root });
    printResult(formatAs(format, problems));
    return hasErrors(problems) ? 1 : 0;
  },
};

async function selectFiles(
  names: readonly string[],
  spec: string | undefined,
): Promise<{ readonly root: string; readonly files: readonly string[] }> {
  if (spec === undefined) {
    const { root, apis } = await selectApis(names);
    return { root, files: apis.map((api) => api.file) };
  }
  if (names.length > 0) throw new UsageError("name APIs or give --spec, not both");
  return { root: findHouse() ?? resolve("."), files: [resolve(spec)] };
}

function formatAs(format: (typeof formats)[number], problems: readonly Problem[]): string {
  switch (format) {
    case "codeframe":
      return formatCodeframe(problems, readSource, paletteFor(process.stdout));
    case "github":
      return formatGithub(problems);
    case "json":
      return formatJson(problems);
    case "sarif":
      return formatSarif(problems);
  }
}

function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
