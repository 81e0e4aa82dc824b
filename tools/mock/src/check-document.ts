import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";

/** What the mock would silently get wrong, and where. */
export interface DocumentFault {
  /** JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

const understoodDialects =
  /^https?:\/\/json-schema\.org\/(?:draft\/2020-12\/schema|draft\/2019-09\/schema|draft-07\/schema)#?$/;

/**
 * Finds what must keep a bundled and normalised document from being served: a dialect that Prism does not know, by
 * which it would validate nothing, and a `$ref` in the midst of data, which Prism would follow to any file and
 * any host.
 */
export function checkDocument(document: JsonObject): readonly DocumentFault[] {
  const { jsonSchemaDialect: dialect } = document;
  const unknown = typeof dialect === "string" && !understoodDialects.test(dialect);
  return [
    ...(unknown
      ? [
          {
            pointer: "#/jsonSchemaDialect",
            rule: "mock-dialect",
            message: `The mock cannot validate by the JSON Schema dialect ${dialect}.`,
            hint: "Leave jsonSchemaDialect out, or name https://json-schema.org/draft/2020-12/schema.",
          },
        ]
      : []),
    ...findOutwardReferences(document, "#").map((pointer) => ({
      pointer,
      rule: "mock-outward-ref",
      message: `The $ref at ${pointer} leaves the document.`,
      hint: "An example, a default and an enum hold data; write out what the reference stands for.",
    })),
  ];
}

function findOutwardReferences(value: JsonValue, pointer: string): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue, index) =>
      findOutwardReferences(item, joinPointer(pointer, String(index))),
    );
  }
  if (!isJsonObject(value)) return [];
  const { $ref: reference } = value;
  const outward = typeof reference === "string" && reference !== "" && !reference.startsWith("#");
  return [
    ...(outward ? [pointer] : []),
    ...Object.entries(value).flatMap(([name, member]) =>
      findOutwardReferences(member, joinPointer(pointer, name)),
    ),
  ];
}
