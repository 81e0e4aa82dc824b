import { createOracle } from "@specmill/oracle";
import type { JsonObject } from "@specmill/spec";
import { gatherSource } from "../../src/judge/gather-source.ts";
import { judgeSource } from "../../src/judge/judge-source.ts";
import { judgeWire } from "../../src/judge/judge-wire.ts";
import type { JudgedChange } from "../../src/judge/judged-change.ts";
import { pairOperations } from "../../src/judge/pair-operations.ts";
import { asLoaded } from "../laws/support/documents.ts";
import { compareLoaded } from "../laws/support/judge-documents.ts";

/** All that the judges say of two documents of which packages are published, along either axis. */
export async function judgeBoth(base: JsonObject, head: JsonObject): Promise<readonly JudgedChange[]> {
  const [before, after] = [asLoaded(base), asLoaded(head)];
  const changes = compareLoaded(before, after);
  const compiling = gatherSource(before, after, "table", changes, pairOperations(before, after), true);
  const wire = judgeWire(changes, createOracle(base), createOracle(head));
  return [...wire, ...judgeSource(changes, await compiling)];
}

/**
 * What is said of each change, in a line: the way its values travel, its rule, how the sides compare, what it is on the
 * wire, and what to code, each with how that is known.
 */
export function tellVerdicts(judged: readonly JudgedChange[]): readonly string[] {
  const lines = new Map<string, { wire?: string; source?: string }>();
  for (const { change, axis, impact, status } of judged) {
    const { rule, direction, comparison } = change;
    const travels = direction === undefined || rule.startsWith(direction) ? "" : `${direction} `;
    const key = `${travels}${rule} ${comparison}`;
    const known = lines.get(key) ?? {};
    const verdict = impact === "note" ? "note" : `${impact} ${status}`;
    lines.set(key, { ...known, [axis]: known[axis] ?? verdict });
  }
  return [...lines]
    .map(([key, { wire, source }]) => `${key} | ${wire ?? "note"} | ${source ?? "note"}`)
    .sort();
}
