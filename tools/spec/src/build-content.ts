import { buildExamples } from "./build-examples.ts";
import { styles } from "./build-parameter.ts";
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
      ...present("encoding", buildEncodings(mediaType)),
      examples: buildExamples(document, mediaType),
    };
  });
}

/** The Encoding Objects of a media type by property, without those that say nothing. */
function buildEncodings(mediaType: JsonObject): { readonly [property: string]: Encoding } | undefined {
  const encodings = objectAt(mediaType, "encoding");
  const said = Object.keys(encodings).flatMap((property): [string, Encoding][] => {
    const encoding = buildEncoding(objectAt(encodings, property));
    return Object.keys(encoding).length === 0 ? [] : [[property, encoding]];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function buildEncoding(encoding: JsonObject): Encoding {
  const explode = encoding["explode"];
  return {
    ...present("contentType", stringAt(encoding, "contentType")),
    ...present(
      "style",
      styles.find((known) => known === encoding["style"]),
    ),
    ...present("explode", typeof explode === "boolean" ? explode : undefined),
  };
}

function componentSchemaName(reference: string): string | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
  return name?.replaceAll("~1", "/").replaceAll("~0", "~");
}
