import type { JsonObject } from "./json.ts";
import type { Documentation } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/** The External Documentation Object of a document, a tag or an operation. */
export function buildDocumentation(owner: JsonObject): Documentation | undefined {
  const externalDocs = objectAt(owner, "externalDocs");
  const url = stringAt(externalDocs, "url");
  return url === undefined
    ? undefined
    : { url, ...present("description", stringAt(externalDocs, "description")) };
}
