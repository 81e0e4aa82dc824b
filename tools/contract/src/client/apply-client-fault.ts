import type { Api } from "@specmill/spec";
import type { ClientFault } from "./list-client-faults.ts";
import { type ContractClient, changeRequests, loadClient } from "./load-client.ts";

/**
 * A client with a fault in it.
 *
 * @param client - without it
 */
export function applyClientFault(fault: ClientFault, api: Api, client: ContractClient): ContractClient {
  switch (fault.kind) {
    case "source":
      return loadClient(fault.source, api);
    case "request":
      return changeRequests(client, fault.transform);
  }
}
