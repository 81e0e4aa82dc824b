/**
 * A value that is no list and no object, as text: a date in ISO 8601, anything else as JavaScript writes it.
 *
 * @throws TypeError when the value is a list or an object
 */
export function toText(value: unknown): string {
  if (isComposite(value)) throw new TypeError("a value nests too deep");
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Whether a value has members of its own to write. */
export function isComposite(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** Whether a value stands for none (RFC 6570, section 2.3). */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Whether a value is an object of data, and no list, date, file or other thing of the platform. */
export function isPlain(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}
