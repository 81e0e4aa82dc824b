import type { ApiReport } from "./report.ts";
import type { ApiLine, LedgerLine } from "./write-ndjson.ts";

/**
 * The reports that `writeNdjson` wrote.
 *
 * @throws Error where a line is not of a ledger, or lines are missing; the message names the line
 */
export function readNdjson(text: string): readonly ApiReport[] {
  const lines = text.split("\n").flatMap((line, index) => (line === "" ? [] : parseLine(line, index + 1)));
  const heads = lines.flatMap((line) => (line.type === "api" ? line : []));
  const orphan = lines.find(({ api }) => !heads.some((head) => head.api === api));
  if (orphan !== undefined) throw new Error(`The ledger has lines of ${orphan.api}, but does not begin it`);
  return heads.map((head) => rebuildReport(head, groupLines(lines, head.api)));
}

type Grouped = { readonly [T in LedgerLine["type"]]: readonly Extract<LedgerLine, { type: T }>[] };

function groupLines(lines: readonly LedgerLine[], api: string): Grouped {
  const own = lines.filter((line) => line.api === api);
  return {
    api: own.flatMap((line) => (line.type === "api" ? line : [])),
    case: own.flatMap((line) => (line.type === "case" ? line : [])),
    obligation: own.flatMap((line) => (line.type === "obligation" ? line : [])),
    mutant: own.flatMap((line) => (line.type === "mutant" ? line : [])),
    "client-fault": own.flatMap((line) => (line.type === "client-fault" ? line : [])),
  };
}

function rebuildReport(head: ApiLine, grouped: Grouped): ApiReport {
  const { type: _, lines, coverage, mutation, ...report } = head;
  if (grouped.api.length > 1) throw new Error(`The ledger begins ${head.api} twice`);
  for (const type of ["case", "obligation", "mutant", "client-fault"] as const) {
    const wanted = lines[type] ?? 0;
    const found = grouped[type].length;
    if (found !== wanted) {
      throw new Error(
        `The ledger of ${head.api} has ${found} lines of type ${type} where it was written with ${wanted}`,
      );
    }
  }
  return {
    ...report,
    results: grouped.case.map(strip),
    coverage: { classes: coverage, obligations: grouped.obligation.map(strip) },
    ...(mutation === undefined ? {} : { mutation: { ...mutation, results: grouped.mutant.map(strip) } }),
    ...(lines["client-fault"] === undefined ? {} : { clientFaults: grouped["client-fault"].map(strip) }),
  };
}

function strip<T extends { readonly type: string; readonly api: string }>(line: T): Omit<T, "type" | "api"> {
  const { type: _type, api: _api, ...rest } = line;
  return rest;
}

function parseLine(text: string, number: number): LedgerLine {
  const line = parseJson(text, number);
  switch (line.type) {
    case "api":
    case "case":
    case "obligation":
    case "mutant":
    case "client-fault":
      return line;
    default:
      throw new Error(`Line ${number} of the ledger is of no known type`);
  }
}

function parseJson(text: string, number: number): LedgerLine {
  try {
    // `null` and the like have no type either.
    return Object(JSON.parse(text));
  } catch (cause) {
    throw new Error(`Line ${number} of the ledger is not JSON`, { cause });
  }
}
