import "./load-faker-lazily.ts";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { generateStatic } from "@stoplight/prism-http/dist/mocker/generator/JSONSchema.js";
import { HttpOperationSecurityDeclarationTypes, type IHttpOperation } from "@stoplight/types";

/**
 * What Prism makes of a schema, whether the schema allows it or not.
 *
 * @param document - what the schema's references lead into
 * @returns undefined where Prism fails over it
 */
export function sampleByPrism(schema: JsonObject, document: JsonObject): JsonValue | undefined {
  const resource: IHttpOperation & { readonly components?: JsonValue } = {
    id: "sample",
    method: "get",
    path: "/",
    responses: [],
    securityDeclarationType: HttpOperationSecurityDeclarationTypes.None,
    ...(document["components"] === undefined ? {} : { components: document["components"] }),
  };
  const result = generateStatic(resource, JSON.parse(JSON.stringify(schema)));
  if (result._tag === "Left" || result.right === undefined) return undefined;
  return JSON.parse(JSON.stringify(result.right));
}
