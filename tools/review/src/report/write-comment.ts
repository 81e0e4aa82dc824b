import type { Review } from "../review.ts";
import { composeMarkdown } from "./compose-markdown.ts";
import type { TextOf } from "./rule-text.ts";

/** The first line of the comment, by which it is found again. */
export const commentMarker = "<!-- specmill-review -->";

/** GitHub takes 65 536 characters; the rest is for whoever puts something around the comment. */
const defaultLimit = 60_000;

export interface CommentOptions {
  readonly textOf: TextOf;
  /** Bytes of UTF-8 at most, 60 000 unless told; there are never fewer of them than characters. */
  readonly limit?: number;
  /** A sentence that says where everything is to be read, for when it does not fit. */
  readonly whole?: string;
}

/**
 * The comment of a pull request: a marker that nobody sees, the verdict, problems, and API by API what breaks, with
 * proof and a way round it. Text from a document cannot mention anybody, link to anything, or be taken for Markdown.
 */
export function writeComment(review: Review, options: CommentOptions): string {
  const { textOf, limit = defaultLimit, whole } = options;
  return composeMarkdown(review, commentMarker, { textOf, limit, whole });
}
