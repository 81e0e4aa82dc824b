import { firstExample } from "./build-examples.ts";
import { followReference } from "./follow-reference.ts";
import type { JsonObject } from "./json.ts";
import type { ResponseHeader } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/** The headers of a response (OpenAPI 3.1, section 4.8.21), without `Content-Type`, which tools are to ignore there. */
export function buildResponseHeaders(document: JsonObject, response: JsonObject): readonly ResponseHeader[] {
  const headers = objectAt(response, "headers");
  const names = Object.keys(headers).filter((name) => name.toLowerCase() !== "content-type");
  return names.map((name) => {
    const header = followReference(document, headers[name]);
    const [mediaType] = Object.values(objectAt(header, "content"));
    const schema = header["schema"] ?? followReference(document, mediaType)["schema"];
    return {
      name,
      required: header["required"] === true,
      deprecated: header["deprecated"] === true,
      ...present("description", stringAt(header, "description")),
      ...present("schema", schema),
      ...present("example", firstExample(document, header)),
    };
  });
}
