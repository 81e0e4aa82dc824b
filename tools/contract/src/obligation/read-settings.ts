import { hasErrors, nearestName, type Problem, sortProblems } from "@specmill/spec";
import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from "yaml";
import type { Exclusion, ObligationClass } from "./obligation.ts";
import { mapClasses, obligationClasses } from "./obligation-classes.ts";

/** What `specs/<api>/contract.yaml` asks for. */
export interface ContractSettings {
  readonly exclusions: readonly PlacedExclusion[];
  /** For each class, the percent that must be covered. */
  readonly gates: Readonly<Record<ObligationClass, number>>;
  readonly fuzz: { readonly runs: number };
}

/** An exclusion, and where it is written. */
export interface PlacedExclusion extends Exclusion {
  readonly place: Pick<Problem, "file" | "line" | "column">;
}

export type SettingsResult =
  | { readonly kind: "read"; readonly settings: ContractSettings }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/** Where there is no file. */
export const defaultSettings: ContractSettings = {
  exclusions: [],
  gates: mapClasses(() => 100),
  fuzz: { runs: 50 },
};

/** Says what is wrong at an offset of the text. */
type Report = (offset: number | undefined, message: string, hint?: string) => void;

/**
 * Reads the settings of one API; pure, and no fault of the user's is thrown.
 *
 * @param file - its path, as problems are to name it
 * @param text - YAML
 */
export function readSettings(file: string, text: string): SettingsResult {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const placeOf = (offset = 0) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report: Report = (offset, message, hint) => {
    const fault = { rule: "contract-settings", severity: "error", message } as const;
    problems.push({ ...fault, ...placeOf(offset), ...(hint === undefined ? {} : { hint }) });
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const { pos, message } of document.errors) report(pos[0], `It is no YAML: ${message}.`);
  const settings = readRoot(document.contents, placeOf, report);
  return hasErrors(problems)
    ? { kind: "failed", problems: sortProblems(problems) }
    : { kind: "read", settings };
}

function readRoot(
  root: unknown,
  placeOf: (offset?: number) => PlacedExclusion["place"],
  report: Report,
): ContractSettings {
  // A file of comments alone has no contents.
  if (root === null || (isScalar(root) && root.value === null)) return defaultSettings;
  const members = readMembers(root, ["exclusions", "gates", "fuzz"], "the settings", report);
  const exclusions = members.get("exclusions");
  const fuzz = members.get("fuzz");
  const gates = members.get("gates");
  const percents =
    gates === undefined ? new Map() : readMembers(gates.value, obligationClasses, "`gates`", report);
  const runs =
    fuzz === undefined ? undefined : readMembers(fuzz.value, ["runs"], "`fuzz`", report).get("runs");
  return {
    exclusions: exclusions === undefined ? [] : readExclusions(exclusions, placeOf, report),
    gates: mapClasses((name) => {
      const member = percents.get(name);
      if (member === undefined) return defaultSettings.gates[name];
      return readNumber(member, (value) => value >= 0 && value <= 100, "a percentage from 0 to 100", report);
    }),
    fuzz: {
      runs:
        runs === undefined
          ? defaultSettings.fuzz.runs
          : readNumber(runs, (value) => Number.isInteger(value) && value >= 0, "a count of runs", report),
    },
  };
}

interface Member {
  readonly name: string;
  readonly value: unknown;
  readonly offset: number | undefined;
}

/** The members of a map by name; a name that is not known is told, with the nearest that is. */
function readMembers(
  node: unknown,
  known: readonly string[],
  owner: string,
  report: Report,
): ReadonlyMap<string, Member> {
  if (!isMap(node)) {
    report(offsetOf(node), `${sentence(owner)} must be a map.`, `It may hold ${known.join(", ")}.`);
    return new Map();
  }
  const members = node.items.map(toMember);
  for (const { name, offset } of members.filter((member) => !known.includes(member.name))) {
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? `Known are ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
    report(offset, `${sentence(owner)} have no \`${name}\`.`.replace(/^`(\w+)` have/, "`$1` has"), hint);
  }
  return new Map(members.map((member) => [member.name, member]));
}

function readExclusions(
  { value, offset }: Member,
  placeOf: (offset?: number) => PlacedExclusion["place"],
  report: Report,
): readonly PlacedExclusion[] {
  if (!isSeq(value)) {
    report(offset, "`exclusions` must be a list.");
    return [];
  }
  return value.items.flatMap((item): readonly PlacedExclusion[] => {
    const members = readMembers(item, ["obligation", "reason", "expires"], "an exclusion", report);
    const read = (name: string, hint: string): string => {
      const member = members.get(name);
      const text = member !== undefined && isScalar(member.value) ? member.value.value : undefined;
      if (typeof text === "string" && text.trim() !== "") return text;
      if (isMap(item))
        report(member?.offset ?? offsetOf(item), `The exclusion has no text in \`${name}\`.`, hint);
      return "";
    };
    const obligation = read("obligation", "Name an obligation by its id; `*` stands for any text.");
    const reason = read("reason", "Say why it cannot be tested now.");
    const expires = read("expires", "Name the last day on which it holds, such as 2027-06-30.");
    if (expires !== "" && !isDate(expires)) {
      const at = members.get("expires")?.offset;
      report(at, `\`${expires}\` is no day.`, "Write it as year, month and day: 2027-06-30.");
    }
    return [{ obligation, reason, expires, place: placeOf(offsetOf(item)) }];
  });
}

function readNumber(
  { name, value, offset }: Member,
  isRight: (value: number) => boolean,
  wanted: string,
  report: Report,
): number {
  const number = isScalar(value) ? value.value : undefined;
  if (typeof number === "number" && isRight(number)) return number;
  report(offset, `\`${name}\` must be ${wanted}.`);
  return 0;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

function toMember({ key, value }: Pair): Member {
  const name = isScalar(key) ? String(key.value) : "";
  return { name, value, offset: offsetOf(key) };
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

function sentence(owner: string): string {
  return `${owner.charAt(0).toUpperCase()}${owner.slice(1)}`;
}
