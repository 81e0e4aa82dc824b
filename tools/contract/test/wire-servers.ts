import { connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { type ProxyOptions, type RunningProxy, startProxy } from "../src/upstream/start-proxy.ts";
import { petsDocument } from "./drift-documents.ts";

/** Listens on a free port until the test ends, and says where. */
export async function serve(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${portOf(server)}`;
}

/** A server that says the same bytes to everybody, once their request has ended, and keeps what they said. */
export async function serveBytes(
  answer: string | Buffer,
  isEnd: (request: string) => boolean = (request) => request.endsWith("\r\n\r\n"),
): Promise<{ readonly url: string; readonly requests: readonly string[] }> {
  const requests: string[] = [];
  const server = createServer((socket) => {
    let request = "";
    socket.on("data", (chunk) => {
      request += chunk.toString("latin1");
      if (!isEnd(request)) return;
      requests.push(request);
      request = "";
      socket.end(answer);
    });
  });
  return { url: await serve(server), requests };
}

export async function begin(target: string, options: Partial<ProxyOptions> = {}): Promise<RunningProxy> {
  const result = await startProxy({ target, document: petsDocument(), ...options });
  if (result.kind === "unavailable") throw new Error(result.message);
  onTestFinished(() => result.proxy.close());
  return result.proxy;
}

/** Sends bytes and gives all that comes back until the other side has ended. */
export function exchangeBytes(url: string, request: string | Buffer): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => socket.end());
    socket.on("close", () => resolve(Buffer.concat(chunks)));
    socket.on("error", reject);
  });
}

/** A port that nobody listens on. */
export async function findDeadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const port = portOf(server);
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}
