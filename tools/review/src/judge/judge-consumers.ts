import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LoadedDocument } from "@specmill/spec";
import type { ConsumerSummary } from "../review.ts";
import { isHouse, type ReviewContext } from "../review-context.ts";
import type { ApiPair } from "../side/side.ts";
import { type ConsumerVerdict, compileConsumers } from "../types/compile-consumers.ts";
import type { JudgedChange } from "./judged-change.ts";
import { listConsumers } from "./list-consumers.ts";

/** What real code says of the packages: that of the house as base has it, and whatever else was named. */
export interface JudgedConsumers {
  readonly summary: ConsumerSummary;
  /** A change for each thing that the compiler says, with every place where it does. */
  readonly judged: readonly JudgedChange[];
}

/** Compiles what uses the package of an API against the old one and the new one. */
export async function judgeConsumers(
  { name, formerName }: Pick<ApiPair, "name" | "formerName">,
  documents: { readonly base: LoadedDocument; readonly head: LoadedDocument },
  context: ReviewContext,
): Promise<JudgedConsumers> {
  const api = formerName ?? name;
  const packageName = `@specmill/${api}`;
  const consumers = [
    ...(isHouse(context) ? await listConsumers(api, context.sides.base) : []),
    ...context.consumers,
  ].filter(({ text }) => text.includes(packageName));
  if (consumers.length === 0) return { summary: { compiled: 0, broken: [], unusable: [] }, judged: [] };
  // Without the runtime no package compiles: a worktree or a fresh clone may have installed nothing.
  if (!existsSync(join(context.root, "node_modules/@specmill/runtime/dist/index.d.ts"))) {
    const unusable = consumers.map((consumer) => consumer.name);
    return { summary: { compiled: 0, broken: [], unusable }, judged: [] };
  }
  const request = { api, packageName, ...documents, consumers, root: context.root };
  const result = await compileConsumers(request);
  if (result.kind === "failed") return { summary: { compiled: 0, broken: [], unusable: [] }, judged: [] };
  return { summary: summarize(result.verdicts), judged: tellBroken(result.verdicts) };
}

function summarize(verdicts: readonly ConsumerVerdict[]): ConsumerSummary {
  const namesOf = (kind: ConsumerVerdict["kind"]) =>
    verdicts.filter((verdict) => verdict.kind === kind).map(({ name }) => name);
  return {
    compiled: verdicts.filter(({ kind }) => kind !== "unusable").length,
    broken: namesOf("broken"),
    unusable: namesOf("unusable"),
  };
}

function tellBroken(verdicts: readonly ConsumerVerdict[]): readonly JudgedChange[] {
  const places = new Map<string, string[]>();
  for (const { kind, complaints } of verdicts) {
    if (kind !== "broken") continue;
    for (const { message, place } of complaints) {
      places.set(message, [...(places.get(message) ?? []), place]);
    }
  }
  return [...places].map(([message, where]) => ({
    change: {
      rule: "source-consumer",
      comparison: "different",
      wire: "note",
      source: "breaking",
      message: "Code that compiled against the package no longer does.",
      after: message,
      evidence: "rule",
      operations: [],
    },
    axis: "source",
    impact: "breaking",
    status: "proved",
    proof: { kind: "compiler", message, places: where },
  }));
}
