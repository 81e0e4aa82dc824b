import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/**
 * The same document with `change` applied to whatever holds parameters: each path item and each operation, also
 * those in `#/components/pathItems`.
 */
export function mapHolders(document: JsonObject, change: (holder: JsonObject) => JsonObject): JsonObject {
  const inPathItem = (item: JsonObject): JsonObject => mapObjects(change(item), change);
  return mapMember(
    mapMember(document, "paths", (paths) => mapObjects(paths, inPathItem)),
    "components",
    (components) => mapMember(components, "pathItems", (items) => mapObjects(items, inPathItem)),
  );
}

/** The same object with `change` applied to its member `name`, where that is an object. */
export function mapMember(
  object: JsonObject,
  name: string,
  change: (member: JsonObject) => JsonObject,
): JsonObject {
  const member = object[name];
  return isJsonObject(member) ? { ...object, [name]: change(member) } : object;
}

/** The same object with `change` applied to each member that is an object. */
export function mapObjects(object: JsonObject, change: (member: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, member]): [string, JsonValue] => [
      name,
      isJsonObject(member) ? change(member) : member,
    ]),
  );
}
