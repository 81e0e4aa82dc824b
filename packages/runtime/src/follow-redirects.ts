import { discard } from "./discard.ts";
import type { Operation } from "./operation.ts";

const most = 5;

/**
 * Sends a request and follows the redirects that are safe to follow: those to the same origin that keep method and
 * body, so that credentials go nowhere else and nothing is done that the caller did not ask for. A status that the
 * document describes is an answer, and any other redirect is left to the caller.
 *
 * @param make - the request of the call, to another URL where one is given
 * @param send - sends a request and follows nothing
 */
export async function followRedirects(
  { method, responses }: Operation,
  make: (url?: URL) => Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  let request = make();
  for (let hops = 0; ; hops++) {
    const { url } = request;
    const response = await send(request);
    const kept = /^(GET|HEAD)$/.test(method) ? /^30[12378]$/ : /^30[78]$/;
    // What stands in for no location is none either.
    const location = response.headers.get("location") || "//";
    if (
      !kept.test(`${response.status}`) ||
      responses[response.status] ||
      responses["3XX"] ||
      hops === most ||
      !URL.canParse(location, url) ||
      new URL(location, url).origin !== new URL(url).origin
    ) {
      return response;
    }
    await discard(response);
    request = make(new URL(location, url));
  }
}
