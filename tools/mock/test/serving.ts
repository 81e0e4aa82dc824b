import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Mock, type MockEvent, type MockOptions, type MockRequest, startMock } from "../src/index.ts";

/** A request as `serveDocument` takes it. */
export function request(
  target: string,
  { body = "", ...rest }: Partial<Omit<MockRequest, "body">> & { readonly body?: string } = {},
): MockRequest {
  return { method: "GET", headers: {}, ...rest, target, body: new TextEncoder().encode(body) };
}

/** A folder of files that is gone when the test is over. */
export async function writeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "specmill-mock-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** As an editor saves that never leaves half a file behind. */
export async function saveByRename(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/** A mock of the documents, by name of the API, that ends with the test. */
export async function serve(
  documents: Readonly<Record<string, string>>,
  options: Partial<MockOptions> = {},
): Promise<Mock & { readonly folder: string }> {
  const files = Object.entries(documents).map(([name, text]): [string, string] => [`${name}.yaml`, text]);
  const folder = await writeFolder(Object.fromEntries(files));
  const apis = Object.keys(documents).map((name) => ({ name, file: join(folder, `${name}.yaml`) }));
  const result = await startMock({ apis, ...options });
  if (result.kind !== "started") throw new Error(`The mock did not start: ${JSON.stringify(result)}`);
  onTestFinished(() => result.mock.close());
  return { ...result.mock, folder };
}

/** Sends bytes as they are and gives back all that the mock sends before it closes the connection. */
export function sendRaw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** Events of a mock, one after the other, those about requests left out. */
export function createEventQueue(): {
  readonly onEvent: (event: MockEvent) => void;
  readonly next: () => Promise<MockEvent>;
} {
  const events: MockEvent[] = [];
  const waiting: ((event: MockEvent) => void)[] = [];
  return {
    onEvent: (event) => {
      if (event.kind === "answered") return;
      const take = waiting.shift();
      if (take === undefined) events.push(event);
      else take(event);
    },
    next: () => {
      const event = events.shift();
      return event === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(event);
    },
  };
}
