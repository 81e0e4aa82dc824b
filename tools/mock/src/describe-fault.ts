/**
 * Names an error of ours or of Prism's for a report: its class and the line of the package that threw it. Its
 * message stays out, for it may quote a header or a body.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return "something that is no error";
  const frame = /(?:node_modules\/|tools\/mock\/)(?!.*node_modules\/)([^\s():]+:\d+)/.exec(
    error.stack ?? "",
  )?.[1];
  return frame === undefined ? error.name : `${error.name} at ${frame}`;
}
