import type { Outcome } from "@specmill/runtime";
import type { Exchange, Target, WireRequest } from "../wire/exchange.ts";
import type { ClientCall, ContractClient } from "./load-client.ts";

/** How a call ended, and what went over the wire. */
export interface CalledClient {
  readonly outcome: Outcome;
  /** What was sent; absent where the client refused to send anything. */
  readonly request?: WireRequest;
  /** The last exchange where redirects were followed; absent where no answer came. */
  readonly exchange?: Exchange;
  /** Why the target gave no answer. */
  readonly reason?: string;
}

/** Has a client make a call of a target, and keeps what it sent and got. */
export async function callClient(
  client: ContractClient,
  target: Target,
  call: ClientCall,
): Promise<CalledClient> {
  const seen: Omit<CalledClient, "outcome">[] = [];
  const outcome = await client.call(call, async (request) => {
    try {
      const response = await target.send(request);
      seen.push({ request, exchange: { request, response } });
      return response;
    } catch (error) {
      seen.push({ request, reason: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  });
  return { outcome, ...seen.at(-1) };
}
