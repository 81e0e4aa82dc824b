import type { JsonObject } from "@specmill/spec";
import { compareText } from "../report/report-text.ts";
import type { Exchange } from "../wire/exchange.ts";
import { readRequest } from "../wire/read-request.ts";
import { concerns, diffDocuments } from "./diff-documents.ts";
import type { CollectedFinding, DriftFinding, DriftReport } from "./drift.ts";
import { createDriftContext, type DriftContext } from "./drift-context.ts";
import { applyEdits, isSameDocument } from "./drift-edit.ts";
import { writeExample } from "./drift-example.ts";
import { listNeverSeen } from "./drift-seen.ts";
import { findDrift, inspectExchange, type SeenExchange } from "./find-drift.ts";

/** Holds exchanges against a document, one after the other. */
export interface DriftCollector {
  /** @returns what was not found before */
  readonly add: (exchange: SeenExchange) => readonly DriftFinding[];
  /** All that was found until now. */
  readonly report: () => DriftReport;
}

/** A finding that grows. */
interface Entry {
  readonly finding: DriftFinding;
  readonly example: Exchange;
  readonly directions: Set<DriftFinding["direction"]>;
  readonly observed: Set<string>;
  times: number;
}

/** Of changes that one exchange may ask for, one after the other: a value can be no deeper than this and teach anything. */
const mostRounds = 50;

/**
 * Starts to collect. Beside the document it keeps one that learns: each exchange that is not as documented there has
 * it changed until it is, so that what makes one of the other is the patch for all that was seen.
 */
export function collectDrift(document: JsonObject): DriftCollector {
  const original = createDriftContext(document, readRequest);
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let learned = original;
  let exchanges = 0;
  let unread = 0;
  return {
    add: (exchange) => {
      exchanges += 1;
      if ((exchange.unread ?? []).length > 0) unread += 1;
      const inspected = inspectExchange(original, exchange);
      for (const key of inspected.seen) seen.add(key);
      if (inspected.findings.length === 0) return [];
      const fresh = enter(entries, original, exchange, inspected.findings);
      learned = learn(learned, exchange);
      return fresh;
    },
    report: () => {
      const patch = diffDocuments(document, learned.document);
      const findings = [...entries.values()].map(
        ({
          finding: { edits, direction: _, ...finding },
          directions,
          observed,
          times,
          example,
        }): CollectedFinding => ({
          ...finding,
          directions: [...directions].sort(),
          observed: [...observed].sort(),
          times,
          example,
          patch: patch.filter((operation) => isFor(operation, finding, edits)),
        }),
      );
      return {
        exchanges,
        unread,
        findings: findings.sort(
          (a, b) =>
            compareText(a.pointer, b.pointer) ||
            compareText(a.kind, b.kind) ||
            compareText(a.message, b.message),
        ),
        neverSeen: [...listNeverSeen(original, seen)],
        patch,
      };
    },
  };
}

function enter(
  entries: Map<string, Entry>,
  { api }: DriftContext,
  exchange: SeenExchange,
  findings: readonly DriftFinding[],
): readonly DriftFinding[] {
  const counted = new Set<string>();
  return findings.flatMap((finding) => {
    const key = keyOf(finding);
    const known = entries.get(key);
    const operation = api.operations.find(({ id }) => id === finding.operation);
    const entry = known ?? {
      finding,
      example: writeExample(exchange, api, operation),
      directions: new Set(),
      observed: new Set(),
      times: 0,
    };
    entries.set(key, entry);
    entry.directions.add(finding.direction);
    for (const one of finding.observed) entry.observed.add(one);
    // A list may show the same in each of its items.
    if (!counted.has(key)) entry.times += 1;
    counted.add(key);
    return known === undefined ? [finding] : [];
  });
}

/** Parameters have no place of their own yet, and what cannot be read never has one. */
function keyOf({ kind, pointer, message }: DriftFinding): string {
  const isPlaced = !pointer.endsWith("/parameters") && kind !== "unreadable";
  return JSON.stringify([kind, pointer, isPlaced ? "" : message]);
}

/** Changes a document until an exchange is as documented, or no change that is known makes it so. */
function learn(context: DriftContext, exchange: SeenExchange): DriftContext {
  let learned = context;
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = findDrift(learned, exchange).flatMap((finding) => finding.edits);
    const document = applyEdits(learned.document, edits);
    if (isSameDocument(document, learned.document)) return learned;
    learned = createDriftContext(document, readRequest);
  }
  return learned;
}

/** Whether part of a patch is what a finding asked for. */
function isFor(
  operation: DriftReport["patch"][number],
  { pointer, message }: Pick<DriftFinding, "pointer" | "message">,
  edits: DriftFinding["edits"],
): boolean {
  if (!pointer.endsWith("/parameters")) {
    return [pointer, ...edits.map((edit) => edit.pointer)].some(
      (place) => edits.length > 0 && concerns(operation, place),
    );
  }
  if (!concerns(operation, pointer)) return false;
  return operation.op === "remove" || message.includes(` ${parameterName(operation.value)} `);
}

function parameterName(value: unknown): string {
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : "";
}
