import type { JsonObject, JsonValue } from "@specmill/spec";

/** A document with the one operation `save`, a `POST /things` with a body in JSON. */
export function documentOf(
  parts: {
    readonly operation?: JsonObject;
    readonly body?: JsonValue;
    readonly answer?: JsonValue;
    readonly components?: JsonObject;
    readonly version?: string;
    readonly path?: string;
  } = {},
): JsonObject {
  const content = (schema: JsonValue | undefined): JsonObject =>
    schema === undefined ? {} : { content: { "application/json": { schema } } };
  return {
    openapi: parts.version ?? "3.1.1",
    info: { title: "Things", version: "1" },
    paths: {
      [parts.path ?? "/things"]: {
        post: {
          operationId: "save",
          ...(parts.body === undefined ? {} : { requestBody: { required: true, ...content(parts.body) } }),
          responses: { "200": { description: "Done", ...content(parts.answer) } },
          ...parts.operation,
        },
      },
    },
    components: parts.components ?? {},
  };
}
