import { nearestName, type Problem, sortProblems } from "@specmill/spec";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { SourcePlace } from "../finding.ts";

/** A file that people write for the review, with a way to say what is wrong in it. */
export interface YamlFile {
  /** A node of the `yaml` package; null where the file is empty, or holds comments alone. */
  readonly root: unknown;
  readonly placeOf: (node: unknown) => SourcePlace;
  /** Notes an error at a node. */
  readonly report: (node: unknown, message: string, hint?: string) => void;
  /** What was reported so far, by place. */
  readonly problems: () => readonly Problem[];
}

/** A member of a map: the nodes of its name and of its value. */
export interface YamlMember {
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

/**
 * Parses YAML 1.2 and keeps every place; what is no YAML is reported.
 *
 * @param file - its path, as problems are to name it
 * @param rule - of the problems in it
 */
export function readYaml(text: string, file: string, rule: string): YamlFile {
  const lines = new LineCounter();
  const found: Problem[] = [];
  const placeAt = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (node: unknown) => placeAt(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  const add = (place: SourcePlace, message: string, hint?: string) => {
    found.push({ rule, severity: "error", message, ...place, ...(hint === undefined ? {} : { hint }) });
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    add(placeAt(pos[0]), `It is no sound YAML: ${message.replace(/\.$/, "")}.`);
  }
  const isEmpty = isScalar(document.contents) && document.contents.value === null;
  return {
    root: isEmpty ? null : document.contents,
    placeOf,
    report: (node, message, hint) => add(placeOf(node), message, hint),
    problems: () => sortProblems(found),
  };
}

/**
 * The members of a map by name. What is no map is reported, and so is a name that is not among `known`.
 *
 * @param owner - what the map is, at the beginning of a sentence, such as "An approval"
 */
export function readMembers(
  { report }: YamlFile,
  node: unknown,
  known: readonly string[],
  owner: string,
): ReadonlyMap<string, YamlMember> {
  if (!isMap(node)) {
    report(node, `${owner} must be a map.`, `Known members are ${known.join(", ")}.`);
    return new Map();
  }
  const members = node.items.map(({ key, value }): YamlMember => ({ name: textOf(key) ?? "", key, value }));
  for (const { name, key } of members.filter((member) => !known.includes(member.name))) {
    report(key, `${owner} has no member \`${name}\`.`, suggestName(name, known));
  }
  return new Map(members.map((member) => [member.name, member]));
}

/** The items of a list; what is none is reported. */
export function readItems({ report }: YamlFile, { name, value }: YamlMember): readonly unknown[] {
  if (isSeq(value)) return value.items;
  report(value, `\`${name}\` must be a list.`, "Begin every entry with a dash.");
  return [];
}

/** A scalar as it is written: also what YAML reads as a number, such as a fingerprint of digits alone. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  const text = typeof node.value === "string" ? node.value : node.source;
  return text === undefined || text.trim() === "" ? undefined : text;
}

/** Points from a name that does not exist to one that does. */
export function suggestName(given: string, known: readonly string[]): string {
  const nearest = nearestName(given, known);
  if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
  return known.length > 12 ? "Rules are named in the comment of a review." : `Known are ${known.join(", ")}.`;
}
