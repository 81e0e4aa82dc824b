import { UsageError } from "./command.ts";

/** @throws UsageError where the text is no port */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, not "${text}"`);
}
