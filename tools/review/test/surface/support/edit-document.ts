import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";

/** What a document has at pointers after an edit; `undefined` takes it away. */
export type Edit = { readonly [pointer: string]: JsonValue | undefined };

/** A copy of a document with an edit made. */
export function editDocument(document: JsonObject, edit: Edit): JsonObject {
  return Object.entries(edit).reduce((edited, [pointer, value]) => put(edited, pointer, value), document);
}

function put(document: JsonObject, pointer: string, value: JsonValue | undefined): JsonObject {
  const [, parent = "", last = ""] = /^(.*)\/([^/]*)$/.exec(pointer) ?? [];
  const key = last.replaceAll("~1", "/").replaceAll("~0", "~");
  const owner = resolvePointer(document, parent);
  const changed = Array.isArray(owner) ? putItem(owner, Number(key), value) : putMember(owner, key, value);
  if (parent === "#") return changed as JsonObject;
  return put(document, parent, changed);
}

function putItem(list: readonly JsonValue[], index: number, value: JsonValue | undefined): JsonValue {
  return [...list.slice(0, index), ...(value === undefined ? [] : [value]), ...list.slice(index + 1)];
}

function putMember(owner: JsonValue | undefined, key: string, value: JsonValue | undefined): JsonValue {
  const { [key]: _, ...others } = isJsonObject(owner) ? owner : {};
  return value === undefined ? others : { ...(isJsonObject(owner) ? owner : {}), [key]: value };
}

/** Pointers to every member of a document that is not within a schema, an example or an extension. */
export function listMembers(value: JsonValue, pointer = "#"): readonly string[] {
  if (!Array.isArray(value) && !isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const place = joinPointer(pointer, key);
    const isClosed =
      /^(schema|schemas|example|examples)$/.test(key) ||
      (key.startsWith("x-") && !/paths|headers/.test(pointer));
    return [place, ...(isClosed ? [] : listMembers(member, place))];
  });
}
