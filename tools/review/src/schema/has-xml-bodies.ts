import { isJsonObject, type JsonValue } from "@specmill/spec";

/** Whether any value of a document travels as XML, so that `xml` of a schema is of consequence. */
export function hasXmlBodies(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasXmlBodies);
  if (!isJsonObject(value)) return false;
  const { content } = value;
  const isXml = isJsonObject(content) && Object.keys(content).some((type) => /[/+]xml\b/i.test(type));
  return isXml || Object.values(value).some(hasXmlBodies);
}
