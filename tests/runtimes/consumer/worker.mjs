import { consume } from "./consumer.mjs";

export const consumer = {
  /** @param {Request} request */
  async fetch(request) {
    return request.method === "POST"
      ? Response.json(await consume(await request.json()))
      : new Response("ready");
  },
};
