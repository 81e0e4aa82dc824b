import type { Oracle } from "@specmill/oracle";
import { type JsonValue, joinPointer, type Operation } from "@specmill/spec";
import { matchMediaType } from "../run/match-response.ts";
import { bodyKind } from "../wire/body-kind.ts";
import type { ReadRequest } from "../wire/read-request.ts";
import { findBroken } from "./find-broken.ts";
import type { Fact } from "./obligation-id.ts";
import { parameterValue } from "./parameter-value.ts";

/**
 * What is wrong with a request, part by part: of each the facts that its refusal shows, which are none where the part
 * has several faults or one that no obligation is about.
 */
export function findWrongs(
  oracle: Oracle,
  operation: Operation,
  parts: ReadRequest,
): readonly (readonly Fact[])[] {
  const unread = [...parts.faults, ...parts.unknownQuery].map(() => []);
  const parameters = operation.parameters.flatMap((parameter): readonly (readonly Fact[])[] => {
    const value = parameterValue(parts, parameter);
    if (value === undefined) return parameter.required ? [missing(parameter.pointer)] : [];
    return judge(oracle, parameter.schemaPointer, value);
  });
  return [...unread, ...parameters, ...judgeBody(oracle, operation, parts)];
}

function judgeBody(
  oracle: Oracle,
  { requestBody }: Operation,
  { body, contentType }: ReadRequest,
): readonly (readonly Fact[])[] {
  if (requestBody === undefined) return body === undefined ? [] : [[]];
  if (body === undefined) return requestBody.required ? [missing(requestBody.pointer)] : [];
  const mediaType = matchMediaType(requestBody.content, contentType ?? "");
  if (mediaType === undefined) return [[]];
  if (mediaType.jsonSchema === undefined || bodyKind(mediaType) === "opaque") return [];
  return judge(oracle, joinPointer(mediaType.pointer, "schema"), body);
}

function judge(oracle: Oracle, pointer: string | undefined, value: JsonValue): readonly (readonly Fact[])[] {
  if (pointer === undefined) return [];
  if (oracle.explain(pointer, "request") !== undefined) return [[]];
  if (oracle.allows(pointer, "request", value)) return [];
  return [findBroken(oracle, pointer, "request", value)];
}

function missing(pointer: string): readonly Fact[] {
  return [{ class: "constraint", pointer: joinPointer(pointer, "required"), want: "outside" }];
}
