import type { Problem } from "./problem.ts";

/** A problem of lint with its place in the structure of the file, which stays when lines move. */
export interface LintedProblem {
  readonly problem: Problem;
  /** The file as people know it, and the JSON pointer into it: `specs/pets/openapi.yaml#/paths/~1pets`. */
  readonly pointer: string;
}
