import { type LoadedDocument, lintDocument } from "@specmill/spec";
import type { LintDelta } from "../review.ts";
import type { ReviewContext } from "../review-context.ts";
import { compareLint } from "./lint-delta.ts";

/** Lints both documents by the rules that head has, and tells what came and what went. */
export async function runLintDelta(
  base: LoadedDocument,
  head: LoadedDocument,
  { root, sides, isLinted }: ReviewContext,
): Promise<LintDelta> {
  if (!isLinted) return { kind: "skipped", added: [], fixed: [], kept: 0 };
  const before = await lintDocument(base, { root, readText: sides.base.readSource });
  const after = await lintDocument(head, { root, readText: sides.head.readSource });
  return compareLint(before, after);
}
