import type { Review } from "../review.ts";
import { composeMarkdown } from "./compose-markdown.ts";
import type { TextOf } from "./rule-text.ts";

/** GitHub takes 1 MiB of a step. */
const limit = 900_000;

/** A review as Markdown for the summary of a step: what the comment says, with room for more. */
export function writeSummary(review: Review, { textOf }: { readonly textOf: TextOf }): string {
  return composeMarkdown(review, "## API review", { textOf, limit });
}
