import { isJsonObject, type JsonValue } from "@specmill/spec";

/** The same text for values that JSON Schema holds to be equal. */
export function valueKey(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(valueKey).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${valueKey(member)}`,
  );
  return `{${members.sort().join()}}`;
}

/** Each value once. */
export function distinctValues(values: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(values.map((value) => [valueKey(value), value])).values()];
}
