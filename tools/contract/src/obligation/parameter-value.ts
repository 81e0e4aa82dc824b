import type { JsonValue, Parameter } from "@specmill/spec";
import type { ReadRequest } from "../wire/read-request.ts";

/** What a request gives for a parameter; undefined where that is nothing. */
export function parameterValue(
  { path, query, headers, cookies }: ReadRequest,
  { name, in: location }: Parameter,
): JsonValue | undefined {
  const group = { path, query, header: headers, cookie: cookies }[location];
  return Object.hasOwn(group, name) ? group[name] : undefined;
}
