import { followReference, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/** What the text of a header may stand for (style `simple`): itself, a number, a boolean, a list, an object. */
export function readHeader(document: JsonObject, schemaPointer: string, text: string): readonly JsonValue[] {
  const { items } = followReference(document, resolvePointer(document, schemaPointer));
  const isListOfNumbers = ["integer", "number"].includes(String(followReference(document, items)["type"]));
  const parts = text.split(",").map((part) => part.trim());
  const pairs = parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? ""]] : []));
  return [
    text,
    ...(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? [Number(text)] : []),
    ...(text === "true" || text === "false" ? [text === "true"] : []),
    isListOfNumbers ? parts.map(Number) : parts,
    ...(text === "" ? [[]] : []),
    Object.fromEntries(pairs),
    ...readJson(text),
  ];
}

function readJson(text: string): readonly JsonValue[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
