import { firstExample } from "./build-examples.ts";
import { buildProse } from "./build-prose.ts";
import { followPointer, followReference, joinPointer } from "./follow-reference.ts";
import type { JsonObject } from "./json.ts";
import type { ResponseHeader } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/**
 * The headers of a response or of a part of a form (OpenAPI 3.1, section 4.8.21), without `Content-Type`, which tools
 * are to ignore there.
 */
export function buildResponseHeaders(
  document: JsonObject,
  response: JsonObject,
  owner: string,
): readonly ResponseHeader[] {
  const headers = objectAt(response, "headers");
  const names = Object.keys(headers).filter((name) => name.toLowerCase() !== "content-type");
  return names.map((name) => {
    const header = followReference(document, headers[name]);
    const pointer = followPointer(document, joinPointer(owner, "headers", name));
    const content = objectAt(header, "content");
    const [mediaType = ""] = Object.keys(content);
    const isBare = header["schema"] === undefined && mediaType !== "";
    const schema = header["schema"] ?? followReference(document, content[mediaType])["schema"];
    const place = header["schema"] === undefined ? ["content", mediaType, "schema"] : ["schema"];
    return {
      name,
      pointer,
      required: header["required"] === true,
      deprecated: header["deprecated"] === true,
      ...present("description", stringAt(header, "description")),
      ...(header["explode"] === true ? { explode: true } : {}),
      ...present("mediaType", isBare ? mediaType : undefined),
      ...present("schema", schema),
      ...present("schemaPointer", schema === undefined ? undefined : joinPointer(pointer, ...place)),
      ...present("prose", buildProse(document, header)),
      ...present("example", firstExample(document, header)),
    };
  });
}
