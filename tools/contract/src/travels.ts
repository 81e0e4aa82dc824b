import { isDeepStrictEqual } from "node:util";
import type { Oracle } from "@specmill/oracle";
import type { Api, JsonValue, Operation, Parameter } from "@specmill/spec";
import { readRequest } from "./read-request.ts";
import { withParameter } from "./with-parameter.ts";
import { writeRequest } from "./write-request.ts";

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
  // A path is matched before it is read.
  if (parameter.in === "path" && (value === "" || value === "." || value === "..")) return undefined;
  const alone = {
    ...operation,
    parameters: [parameter],
    path: parameter.in === "path" ? `/{${parameter.name}}` : "/",
  };
  try {
    const written = writeRequest(api, alone, withParameter({}, parameter, value), []);
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
