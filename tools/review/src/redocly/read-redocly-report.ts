import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import type { RedoclyChange } from "./redocly-change.ts";

const impacts = ["major", "minor", "patch"] as const;
const kinds = ["added", "removed", "modified"] as const;

/**
 * Reads the JSON report of `redocly diff`, version 1.
 *
 * @throws Error for what is no such report, or does not add up: then the tool has failed, or became another one
 */
export function readRedoclyReport(text: string): readonly RedoclyChange[] {
  const report: JsonValue = JSON.parse(text);
  if (!isJsonObject(report) || report["reportVersion"] !== "1")
    throw new Error("It is no report of version 1.");
  const { files, summary, changes } = report;
  if (!isJsonObject(files) || !isJsonObject(summary) || !Array.isArray(changes)) {
    throw new Error("The report lacks its files, its summary or its changes.");
  }
  const read = changes.map((change) => readChange(change, files));
  for (const impact of impacts) {
    const count = read.filter((change) => change.impact === impact).length;
    if (summary[impact] !== count) {
      throw new Error(`The report counts ${String(summary[impact])} ${impact} changes and lists ${count}.`);
    }
  }
  return read;
}

function readChange(change: JsonValue, files: JsonObject): RedoclyChange {
  if (!isJsonObject(change)) throw new Error("A change of the report is no object.");
  const { property, verdicts } = change;
  const name = typeof property === "string" ? property : undefined;
  const path = textAt(change, "path");
  const base = readPlace(change["base"], files["base"], name);
  const head = readPlace(change["revision"], files["revision"], name);
  const judged = Array.isArray(verdicts) ? verdicts.filter(isJsonObject) : [];
  return {
    kind: oneOf(kinds, change["kind"]),
    impact: oneOf(impacts, change["impact"]),
    path: name === undefined ? path : joinPointer(path, name),
    rules: judged.map((verdict) => textAt(verdict, "ruleId")),
    messages: judged.map((verdict) => textAt(verdict, "message")),
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
  };
}

/** Where a side has no such keyword, the report names the object around it: the keyword is put behind. */
function readPlace(
  place: JsonValue | undefined,
  root: JsonValue | undefined,
  property: string | undefined,
): string | undefined {
  if (!isJsonObject(place) || place["file"] !== root) return undefined;
  const pointer = textAt(place, "pointer");
  return property === undefined || place["value"] !== undefined ? pointer : joinPointer(pointer, property);
}

function textAt(object: JsonObject, key: string): string {
  const text = object[key];
  if (typeof text !== "string") throw new Error(`A change of the report has no \`${key}\`.`);
  return text;
}

function oneOf<Name extends string>(names: readonly Name[], value: JsonValue | undefined): Name {
  const found = names.find((name) => name === value);
  if (found === undefined) throw new Error(`A change of the report is \`${String(value)}\`.`);
  return found;
}
