/** What is told of an API under a title, folded where it has lines. */
export interface Section {
  /** Of HTML, on one line. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Whether it is what a reader came for. */
  readonly isNews: boolean;
}
