import { once } from "node:events";

/**
 * Lets a server listen on a port of loopback that is free.
 *
 * @param {import("node:net").Server | import("node:http").Server} server
 * @returns {Promise<{ readonly url: string, readonly close: () => Promise<void> }>} the URL has no path
 */
export async function listen(server) {
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  server.on("connection", (/** @type {import("node:net").Socket} */ socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
