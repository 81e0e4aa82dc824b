import { resolve } from "node:path";
import { type Command, UsageError } from "../command.ts";
import { listContract } from "../contract/list-contract.ts";
import { mergeContract } from "../contract/merge-contract.ts";
import { replayContract } from "../contract/replay-contract.ts";
import { runContract } from "../contract/run-contract.ts";
import { selectPlaces } from "../contract/select-places.ts";
import { parseOptions } from "../parse-options.ts";

const formats = ["text", "json", "github"] as const;

export const contract: Command = {
  summary: "prove that client, document and mock say the same",
  help: `Usage: specmill contract [api…] [--mutate] [--report DIR] [--json]
       specmill contract --spec FILE […]
       specmill contract [api…] --target URL [--unsafe]
       specmill contract replay ID [--spec FILE]
       specmill contract --merge DIR [--merge DIR…] [--report DIR]

Derives cases from each document, runs them through the generated client, and prints what failed and what was covered.

  --spec FILE      a document of any place, instead of the house's
  --list           print the cases and run none
  --mutate         put faults into the served document and into the client, and count which go unnoticed
  --budget SECONDS how long that may take for each API; what is left out is chosen by a hash and reported
  --shard I/N      one part of N, from 1; put the parts together with --merge
  --merge DIR      a report folder of a part; give it once for each
  --target URL     a server to try instead of the mock: its safe methods, credentials from SPECMILL_<SCHEME>
  --unsafe         call what changes something there as well
  --recorded FILE  exchanges of hand-written tests, whose coverage counts
  --report DIR     write report.html, junit.xml, results.ndjson, summary.md and annotations.txt into a folder
  --update-lock    write contract.lock.json, below which coverage must not fall
  --format NAME    text (the default), json, github (annotations on the lines of the document)
  --json           the same as --format json
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      spec: { type: "string" },
      list: { type: "boolean", default: false },
      mutate: { type: "boolean", default: false },
      budget: { type: "string" },
      shard: { type: "string" },
      merge: { type: "string", multiple: true, default: [] },
      target: { type: "string" },
      unsafe: { type: "boolean", default: false },
      recorded: { type: "string" },
      report: { type: "string" },
      "update-lock": { type: "boolean", default: false },
      format: { type: "string", default: "text" },
      json: { type: "boolean", default: false },
    });
    const format = values.json ? "json" : formats.find((known) => known === values.format);
    if (format === undefined) throw new UsageError(`--format is one of ${formats.join(", ")}`);
    const folder = values.report === undefined ? undefined : resolve(values.report);
    const parts = values.merge.map((part) => resolve(part));
    const recorded = values.recorded === undefined ? undefined : resolve(values.recorded);
    const target = parseTarget(values.target, values.unsafe);
    if (values["update-lock"] && (values.shard !== undefined || target !== undefined || parts.length > 0)) {
      throw new UsageError(
        "--update-lock goes with a whole run against the mock: without --shard, --merge and --target",
      );
    }
    const [word, id, ...others] = positionals;
    const isReplay = word === "replay";
    if (isReplay && (id === undefined || others.length > 0))
      throw new UsageError("replay takes the id of one case");
    const places = await selectPlaces(isReplay ? [] : positionals, values.spec, recorded);
    if (isReplay && id !== undefined) return replayContract(places, id, target);
    if (values.list) return listContract(places);
    const output = { format, ...(folder === undefined ? {} : { folder }) };
    if (parts.length > 0) return mergeContract(places, parts, output);
    const shard = parseShard(values.shard);
    const budget = parseBudget(values.budget);
    return runContract(
      places,
      {
        mutate: values.mutate,
        updateLock: values["update-lock"],
        ...(budget === undefined ? {} : { budget }),
        ...(shard === undefined ? {} : { shard }),
        ...(target === undefined ? {} : { target }),
      },
      output,
    );
  },
};

function parseTarget(
  url: string | undefined,
  isUnsafe: boolean,
): { readonly url: string; readonly isUnsafe: boolean } | undefined {
  if (url === undefined) {
    if (isUnsafe) throw new UsageError("--unsafe goes with --target");
    return undefined;
  }
  // The address is not repeated: there may be a password in it.
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError("--target is the URL of a server, such as https://api.example.com");
  }
  const { username, password, search, hash } = new URL(url);
  if (`${username}${password}${search}${hash}` !== "") {
    throw new UsageError(
      "--target has no user, no query and no fragment; credentials come from SPECMILL_<SCHEME>",
    );
  }
  return { url, isUnsafe };
}

function parseShard(
  text: string | undefined,
): { readonly index: number; readonly count: number } | undefined {
  if (text === undefined) return undefined;
  const [, index = "", count = ""] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(`--shard is a part of a whole, such as 1/2, not "${text}"`);
}

/** Seconds as milliseconds. */
function parseBudget(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
  throw new UsageError(`--budget is a number of seconds, not "${text}"`);
}
