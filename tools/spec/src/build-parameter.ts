import { firstExample } from "./build-examples.ts";
import { buildProse } from "./build-prose.ts";
import { isSensitive } from "./find-sensitive.ts";
import { joinPointer } from "./follow-reference.ts";
import type { JsonObject } from "./json.ts";
import type { Parameter, ParameterStyle } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/** Headers that OpenAPI describes elsewhere and tells tools to ignore as parameters (3.1, section 4.8.12.2.1). */
const describedElsewhere = new Set(["accept", "content-type", "authorization"]);

/** Every style that OpenAPI knows (3.1, section 4.8.12.3). */
export const styles: readonly ParameterStyle[] = [
  "matrix",
  "label",
  "simple",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
];

/**
 * A Parameter Object with its defaults spelt out (OpenAPI 3.1, section 4.8.12).
 *
 * @param pointer - where it stands in the document
 * @returns undefined for what is no parameter, or is described elsewhere in the document
 */
export function buildParameter(
  document: JsonObject,
  parameter: JsonObject,
  pointer: string,
): Parameter | undefined {
  const name = stringAt(parameter, "name");
  const location = parameter["in"];
  if (name === undefined) return undefined;
  if (location !== "path" && location !== "query" && location !== "header" && location !== "cookie")
    return undefined;
  if (location === "header" && describedElsewhere.has(name.toLowerCase())) return undefined;
  const style = styles.find((known) => known === parameter["style"]) ?? defaultStyle(location);
  const explode = parameter["explode"];
  const content = objectAt(parameter, "content");
  const [mediaType] = Object.keys(content);
  const schema = mediaType === undefined ? parameter["schema"] : objectAt(content, mediaType)["schema"];
  const schemaPointer =
    mediaType === undefined
      ? joinPointer(pointer, "schema")
      : joinPointer(pointer, "content", mediaType, "schema");
  return {
    name,
    pointer,
    in: location,
    required: location === "path" || parameter["required"] === true,
    deprecated: parameter["deprecated"] === true,
    ...present("description", stringAt(parameter, "description")),
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    allowReserved: parameter["allowReserved"] === true,
    ...(parameter["allowEmptyValue"] === true && location === "query" ? { allowEmptyValue: true } : {}),
    ...present("mediaType", mediaType),
    ...present("schema", schema),
    ...present("schemaPointer", schema === undefined ? undefined : schemaPointer),
    ...present("prose", buildProse(document, parameter)),
    sensitive: parameter["x-sensitive"] === true || isSensitive(document, schema),
    ...present("example", firstExample(document, parameter)),
  };
}

function defaultStyle(location: Parameter["in"]): ParameterStyle {
  return location === "path" || location === "header" ? "simple" : "form";
}
