/** A file that a plan would write: its path below the package's folder, with `/` between, and its whole text. */
export interface PlannedFile {
  readonly path: string;
  readonly content: string;
}
