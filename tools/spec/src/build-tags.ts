import { buildProse } from "./build-prose.ts";
import { joinPointer } from "./follow-reference.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { Tag } from "./model.ts";
import { listAt, present, stringAt } from "./read-members.ts";

/** The Tag Objects of a document (OpenAPI 3.1, section 4.8.22); undefined where it lists none. */
export function buildTags(document: JsonObject): readonly Tag[] | undefined {
  const tags = listAt(document, "tags").flatMap((tag, index): Tag[] => {
    const name = isJsonObject(tag) ? stringAt(tag, "name") : undefined;
    if (!isJsonObject(tag) || name === undefined) return [];
    const pointer = joinPointer("#/tags", String(index));
    return [{ name, pointer, ...present("prose", buildProse(document, tag)) }];
  });
  return tags.length === 0 ? undefined : tags;
}
