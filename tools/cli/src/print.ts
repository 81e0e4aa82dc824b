import picocolors from "picocolors";

/** Colours for a stream: none where it is no terminal, or where the user asked for none. */
export function paletteFor(stream: NodeJS.WriteStream): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(picocolors.isColorSupported && stream.isTTY === true);
}

/** Writes a result, with one final newline, to stdout. */
export function printResult(text: string): void {
  write(process.stdout, text);
}

/** Writes talk, with one final newline, to stderr. */
export function printError(text: string): void {
  write(process.stderr, text);
}

/** Writes to stderr what goes on, where a person watches; silent in a pipe. */
export function printProgress(text: string): void {
  if (process.stderr.isTTY) printError(paletteFor(process.stderr).dim(text));
}

/** A line of progress that is written over itself, where a person watches; silent in a pipe. */
export function createProgress(name: string): {
  readonly show: (text: string) => void;
  readonly clear: () => void;
} {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  let shown = 0;
  return {
    show: (text) => {
      // More often than this nobody can read.
      if (performance.now() - shown < 50) return;
      shown = performance.now();
      stderr.write(`\r\u001B[K${paletteFor(stderr).dim(`${name}: ${text}`)}`);
    },
    clear: () => {
      stderr.write("\r\u001B[K");
    },
  };
}

function write(stream: NodeJS.WriteStream, text: string): void {
  if (text !== "") stream.write(text.endsWith("\n") ? text : `${text}\n`);
}
