import { nameClient } from "@specmill/generator";
import { createCaller, type Outcome } from "@specmill/runtime";
import type { Api, JsonValue } from "@specmill/spec";
import type { CallArguments, Credential } from "../case/contract-case.ts";
import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { concreteType } from "../wire/wire-media-type.ts";
import { runClientModule } from "./client-module.ts";
import { contractUrl, toResponse, toWireRequest } from "./client-wire.ts";

/** A call of one operation through a client. */
export interface ClientCall {
  /** The operation's id. */
  readonly operation: string;
  readonly arguments: CallArguments;
  readonly credentials: readonly Credential[];
  /** Sent beside all that the client sends by itself, such as `prefer`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request as the client made it; what it throws, the client takes for a fault of the network. */
type Send = (request: WireRequest) => Promise<WireResponse>;

/** A generated client that can be asked for any of its operations. */
export interface ContractClient {
  /** How a call ends, by the client; it never rejects. */
  readonly call: (call: ClientCall, send: Send) => Promise<Outcome>;
}

/**
 * Makes a client of the text of its module.
 *
 * @param javascript - see `compileClient`
 * @param api - of the document that the client was made of
 * @throws Error when the text is not that of a generated client, or lacks an operation that is asked for
 */
export function loadClient(javascript: string, api: Api): ContractClient {
  const { methods } = nameClient(api, "contract");
  const usual = new Map(api.operations.map(({ id, requestBody }) => [id, requestBody?.content[0]?.type]));
  const createClient = runClientModule(javascript, createCaller);
  return {
    call: async ({ operation, arguments: given, credentials, headers = {} }, send) => {
      const client = createClient({
        baseUrl: contractUrl,
        auth: Object.fromEntries(credentials.map(({ scheme, value }) => [scheme, value])),
        retry: false,
        fetch: async (request) => toResponse(await send(await toWireRequest(request))),
      });
      const method = client[methods.get(operation) ?? ""];
      if (!isMethod(method)) throw new Error(`The client has no operation ${operation}.`);
      return method(toClientArguments(given, usual.get(operation)), { headers });
    },
  };
}

/** A client that sends what `change` makes of each request. */
export function changeRequests(
  client: ContractClient,
  change: (request: WireRequest) => WireRequest,
): ContractClient {
  return { call: (call, send) => client.call(call, (request) => send(change(request))) };
}

type Method = (
  given: object,
  options: { readonly headers: Readonly<Record<string, string>> },
) => Promise<Outcome>;

function isMethod(value: unknown): value is Method {
  return typeof value === "function";
}

/**
 * As a caller would give it: without the media type that a body has anyway, and where that is a range, which names no
 * media type to send, with a `Blob`, which knows its own.
 *
 * @param usual - the first media type of the operation's body
 */
function toClientArguments(given: CallArguments, usual = ""): object {
  const { body, contentType = usual, ...others } = given;
  if (body === undefined) return given;
  const named = contentType === usual ? others : { ...others, contentType };
  const type = concreteType(contentType);
  return { ...named, body: type === contentType ? body : new Blob([toText(body)], { type }) };
}

function toText(body: JsonValue): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
