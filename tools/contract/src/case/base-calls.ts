import { type Oracle, sampleValue } from "@specmill/oracle";
import {
  type Api,
  isJsonObject,
  type JsonValue,
  type MediaType,
  type Operation,
  type Parameter,
} from "@specmill/spec";
import { bodyKind } from "../wire/body-kind.ts";
import type { CallArguments } from "./contract-case.ts";
import { findObstacle, takesBody } from "./find-obstacle.ts";
import { travels } from "./travels.ts";
import { withParameter } from "./with-parameter.ts";

export type BaseCalls =
  | { readonly kind: "made"; readonly full: CallArguments; readonly minimal: CallArguments }
  | { readonly kind: "none"; readonly pointer: string; readonly reason: string };

/** A call with all that an operation takes, and one with no more than it must have. */
export function createBaseCalls(api: Api, oracle: Oracle, operation: Operation): BaseCalls {
  const obstacle = findObstacle(operation);
  if (obstacle !== undefined) return { kind: "none", pointer: obstacle.pointer, reason: obstacle.message };
  let full: CallArguments = {};
  let minimal: CallArguments = {};
  for (const parameter of operation.parameters) {
    const value = sampleParameter(api, oracle, operation, parameter);
    if (value === undefined) {
      if (!parameter.required) continue;
      const reason = `No value was found for the ${parameter.in} parameter ${parameter.name}.`;
      return { kind: "none", pointer: parameter.pointer, reason };
    }
    full = withParameter(full, parameter, value);
    if (parameter.required) minimal = withParameter(minimal, parameter, value);
  }
  const { requestBody } = operation;
  if (requestBody === undefined || !takesBody(operation.method)) return { kind: "made", full, minimal };
  const bodies = requestBody.content.map((mediaType) => ({
    contentType: mediaType.type,
    whole: sampleBody(oracle, mediaType),
    least: sampleBody(oracle, mediaType, true),
  }));
  const body = bodies.find(({ whole }) => whole !== undefined);
  if (body?.whole === undefined) {
    const reason = "No body was found that the document allows and that can be written.";
    return requestBody.required
      ? { kind: "none", pointer: requestBody.pointer, reason }
      : { kind: "made", full, minimal };
  }
  const { contentType } = body;
  return {
    kind: "made",
    full: { ...full, body: body.whole, contentType },
    minimal: requestBody.required ? { ...minimal, body: body.least ?? body.whole, contentType } : minimal,
  };
}

/** A body that the document allows; undefined where none is found or none can be written as this media type. */
export function sampleBody(oracle: Oracle, mediaType: MediaType, minimal = false): JsonValue | undefined {
  const kind = bodyKind(mediaType);
  if (kind === "opaque") return undefined;
  if (mediaType.jsonSchema === undefined) return kind === "text" ? "text" : {};
  const pointer = `${mediaType.pointer}/schema`;
  const sampled = sampleValue(oracle, pointer, "request", minimal ? { minimal } : {});
  if (sampled.kind === "none") return undefined;
  if (kind === "text" && typeof sampled.value !== "string") return undefined;
  if (kind === "json" || kind === "text" || isJsonObject(sampled.value)) return sampled.value;
  // A form is an object, whatever else its schema would allow.
  return oracle.allows(pointer, "request", leastForm) ? leastForm : undefined;
}

const leastForm: JsonValue = { text: "text" };

function sampleParameter(
  api: Api,
  oracle: Oracle,
  operation: Operation,
  parameter: Parameter,
): JsonValue | undefined {
  const { schemaPointer, example } = parameter;
  if (schemaPointer === undefined) return example ?? "text";
  if (oracle.explain(schemaPointer, "request") !== undefined) return undefined;
  const samples = [undefined, 0, 1, 2, 3, 4, 5, 6, 7].flatMap((seed) => {
    const sampled = sampleValue(oracle, schemaPointer, "request", seed === undefined ? {} : { seed });
    return sampled.kind === "sampled" ? [sampled.value] : [];
  });
  return [...(example === undefined ? [] : [example]), ...samples].find(
    (value) =>
      oracle.allows(schemaPointer, "request", value) && travels(api, oracle, operation, parameter, value),
  );
}
