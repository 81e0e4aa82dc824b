import { buildExamples } from "./build-examples.ts";
import { styles } from "./build-parameter.ts";
import { buildProse } from "./build-prose.ts";
import { buildResponseHeaders } from "./build-response-headers.ts";
import { joinPointer } from "./follow-reference.ts";
import type { JsonObject } from "./json.ts";
import type { Encoding, MediaType } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/**
 * The media types of a body, with their schemas and the examples that the document gives for each.
 *
 * @param owner - where the body stands in the document
 */
export function buildContent(document: JsonObject, body: JsonObject, owner: string): readonly MediaType[] {
  const content = objectAt(body, "content");
  return Object.keys(content).map((type) => {
    const mediaType = objectAt(content, type);
    const reference = stringAt(objectAt(mediaType, "schema"), "$ref");
    return {
      type,
      pointer: joinPointer(owner, "content", type),
      ...present("schema", reference === undefined ? undefined : componentSchemaName(reference)),
      ...present("jsonSchema", mediaType["schema"]),
      ...present("encoding", buildEncodings(document, mediaType, joinPointer(owner, "content", type))),
      ...present("prose", buildProse(document, mediaType)),
      examples: buildExamples(document, mediaType),
    };
  });
}

/** The Encoding Objects of a media type by property, without those that say nothing. */
function buildEncodings(
  document: JsonObject,
  mediaType: JsonObject,
  owner: string,
): { readonly [property: string]: Encoding } | undefined {
  const encodings = objectAt(mediaType, "encoding");
  const said = Object.keys(encodings).flatMap((property): [string, Encoding][] => {
    const pointer = joinPointer(owner, "encoding", property);
    const encoding = buildEncoding(document, objectAt(encodings, property), pointer);
    if (Object.keys(encoding).length === 0) return [];
    const prose = buildProse(document, objectAt(encodings, property));
    return [[property, { ...encoding, ...present("prose", prose) }]];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function buildEncoding(document: JsonObject, encoding: JsonObject, pointer: string): Encoding {
  const { explode, allowReserved } = encoding;
  const headers = buildResponseHeaders(document, encoding, pointer);
  return {
    ...present("contentType", stringAt(encoding, "contentType")),
    ...present(
      "style",
      styles.find((known) => known === encoding["style"]),
    ),
    ...present("explode", typeof explode === "boolean" ? explode : undefined),
    ...present("allowReserved", typeof allowReserved === "boolean" ? allowReserved : undefined),
    ...present("headers", headers.length === 0 ? undefined : headers),
  };
}

function componentSchemaName(reference: string): string | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
  return name?.replaceAll("~1", "/").replaceAll("~0", "~");
}
