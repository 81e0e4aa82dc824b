/** Exit codes: 0 good; 1 the user's input has problems, or a package is stale; 2 misuse, or a bug of ours. */
export type ExitCode = 0 | 1 | 2;

/** One command of `specmill`. */
export interface Command {
  readonly summary: string;
  /** What `specmill <command> --help` prints. */
  readonly help: string;
  run(args: readonly string[]): Promise<ExitCode>;
}

/** The user called a command in a way that it does not know: printed with a pointer to its help, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
