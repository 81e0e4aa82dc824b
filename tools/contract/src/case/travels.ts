import { isDeepStrictEqual } from "node:util";
import type { Oracle } from "@specmill/oracle";
import type { Api, JsonValue, Operation, Parameter } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";
import { readRequest } from "../wire/read-request.ts";
import { writeRequest } from "../wire/write-request.ts";
import { withParameter } from "./with-parameter.ts";

/**
 * Whether a parameter's value comes out of a request as it went in: null, an empty list and what nests deeper than a
 * style can carry do not.
 */
export function travels(
  api: Api,
  oracle: Oracle,
  operation: Operation,
  parameter: Parameter,
  value: JsonValue,
): boolean {
  return isDeepStrictEqual(readBack(api, oracle, operation, parameter, value), value);
}

/** What a server reads where a parameter's value was sent; undefined where that is nothing, or it cannot be sent. */
export function readBack(
  api: Api,
  oracle: Oracle,
  operation: Operation,
  parameter: Parameter,
  value: JsonValue,
): JsonValue | undefined {
  if (parameter.in === "path" && value === "") return undefined;
  const alone = {
    ...operation,
    parameters: [parameter],
    path: parameter.in === "path" ? `/{${parameter.name}}` : "/",
  };
  try {
    const written = writeRequest(api, alone, withParameter({}, parameter, value), []);
    if (!canBeSent(parameter, written)) return undefined;
    const read = readRequest(api, alone, written, (pointer, candidate) =>
      oracle.allows(pointer, "request", candidate),
    );
    const { path, query, headers, cookies } = read;
    const groups = { path, query, header: headers, cookie: cookies };
    return groups[parameter.in][parameter.name];
  } catch {
    return undefined;
  }
}

/**
 * Whether a platform sends a request as it is written: a path is matched before it is read, where an empty segment and
 * dots have a meaning of their own, and a header holds no more than bytes (Fetch, section 2.2.2).
 */
function canBeSent({ in: place }: Parameter, { target, headers }: WireRequest): boolean {
  return (
    (place !== "path" || !/^\/(?:\.|%2E){0,2}$/i.test(target)) &&
    Object.values(headers).every((text) =>
      /^(?:[\x21-\x7E\x80-\xFF](?:[\t\x20-\x7E\x80-\xFF]*[\x21-\x7E\x80-\xFF])?)?$/.test(text),
    )
  );
}
