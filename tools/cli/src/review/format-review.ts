import {
  type Review,
  textOf,
  writeAnnotations,
  writeComment,
  writeHtmlReport,
  writeJson,
  writeSarif,
  writeSummary,
  writeTerminal,
} from "@specmill/review";
import { paletteFor } from "../print.ts";

export const reviewFormats = ["text", "markdown", "json", "github", "html", "sarif"] as const;

export type ReviewFormat = (typeof reviewFormats)[number];

const whole = "All of it is in the artifact `review-report` of this run.";

/** A review as it is printed. */
export function formatReview(review: Review, format: ReviewFormat): string {
  switch (format) {
    case "text":
      return writeTerminal(review, paletteFor(process.stdout));
    case "markdown":
      return writeComment(review, { textOf });
    case "json":
      return writeJson(review);
    case "github":
      return writeAnnotations(review);
    case "html":
      return writeHtmlReport(review, textOf);
    case "sarif":
      return writeSarif(review, textOf);
  }
}

/** Every form of a review, by the name of its file in a report's folder. */
export function formatFiles(review: Review): Readonly<Record<string, string>> {
  return {
    "comment.md": writeComment(review, { textOf, whole }),
    "summary.md": writeSummary(review, { textOf }),
    "report.html": formatReview(review, "html"),
    "review.json": formatReview(review, "json"),
    "review.sarif": formatReview(review, "sarif"),
    "annotations.txt": formatReview(review, "github"),
  };
}
