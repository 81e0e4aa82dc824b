import {
  followPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  type MediaType,
  type Response,
  resolvePointer,
} from "@specmill/spec";
import { type ValuePath, valueAt } from "../case/edit-value.ts";
import type { Draft } from "./draft-mutant.ts";
import { editAt, nameBeside, objectOf, renameMember } from "./edit-document.ts";
import { plain } from "./mutate-body.ts";
import { show } from "./mutate-schema.ts";

/** Changes of the examples of a response, which are what it answers with. */
export function mutateExamples(
  document: JsonObject,
  { content }: Response,
  operations: readonly string[],
): readonly Draft[] {
  return content.flatMap((mediaType) => [
    ...renameExamples(document, mediaType, operations),
    ...listValues(document, mediaType).flatMap((pointer) => changeLeaf(document, pointer, operations)),
  ]);
}

function renameExamples(
  document: JsonObject,
  { pointer }: MediaType,
  operations: readonly string[],
): readonly Draft[] {
  const owner = joinPointer(pointer, "examples");
  const names = Object.keys(objectOf(resolvePointer(document, owner)));
  return names.map((name) => {
    const becomes = nameBeside(name, names);
    return plain("example-rename", joinPointer(owner, name), `${name} → ${becomes}`, operations, (root) =>
      editAt(root, owner, (value) => renameMember(objectOf(value), name, becomes)),
    );
  });
}

/** Where the values of the examples of a media type stand. */
function listValues(document: JsonObject, { pointer }: MediaType): readonly string[] {
  const owner = joinPointer(pointer, "examples");
  const named = Object.keys(objectOf(resolvePointer(document, owner))).map((name) =>
    joinPointer(followPointer(document, joinPointer(owner, name)), "value"),
  );
  return named.length > 0 ? named : [joinPointer(pointer, "example")];
}

function changeLeaf(document: JsonObject, pointer: string, operations: readonly string[]): readonly Draft[] {
  const value = resolvePointer(document, pointer);
  const path = value === undefined ? undefined : (findLeaf(value, isText) ?? findLeaf(value, isLeaf));
  const leaf = path === undefined ? undefined : valueAt(value, path);
  if (path === undefined || leaf === undefined) return [];
  const becomes = otherLeaf(leaf);
  const place = joinPointer(pointer, ...path.map(String));
  return [
    plain("example-change", place, `${show(leaf)} → ${show(becomes)}`, operations, (root) =>
      editAt(root, place, () => becomes),
    ),
  ];
}

function findLeaf(value: JsonValue, isWanted: (value: JsonValue) => boolean): ValuePath | undefined {
  if (isWanted(value)) return [];
  const parts: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? value.map((item: JsonValue, index) => [index, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, part] of parts) {
    const found = findLeaf(part, isWanted);
    if (found !== undefined) return [key, ...found];
  }
  return undefined;
}

function isText(value: JsonValue): boolean {
  return typeof value === "string";
}

function isLeaf(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

function otherLeaf(leaf: JsonValue): JsonValue {
  if (typeof leaf === "string") return `${leaf}x`;
  if (typeof leaf === "number") return leaf + 1;
  return leaf === null ? 0 : !leaf;
}
