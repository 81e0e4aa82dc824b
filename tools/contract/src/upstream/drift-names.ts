import type { JsonValue } from "@specmill/spec";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const objectId = /^[0-9a-f]{24}$/i;

/** The template of a path that no operation has: what looks like an id becomes an expression. */
export function generalisePath(path: string): {
  readonly template: string;
  /** Names of its expressions. */
  readonly names: readonly string[];
} {
  const names: string[] = [];
  const segments = path.split("/").map((segment) => {
    // What no template can hold as it is may be anything.
    if (!isId(segment) && !/[{}]|%(?:2[35f]|3f|7[bd])/i.test(segment)) return segment;
    names.push(names.length === 0 ? "id" : `id${names.length + 1}`);
    return `{${names.at(-1)}}`;
  });
  return { template: segments.join("/"), names };
}

/** Long texts with digits are ids as well, or tokens, which are to be kept even less. */
export function isId(segment: string): boolean {
  return (
    /^-?\d+$/.test(segment) ||
    uuid.test(segment) ||
    objectId.test(segment) ||
    (segment.length >= 16 && /\d/.test(segment) && !/[.-][a-z]+[.-]/i.test(segment)) ||
    /@|%40/.test(segment)
  );
}

/**
 * Whether a value looks like a constant of a program rather than somebody's data: only such are kept. Words with few
 * digits; nothing that could be a key, a token, or a name of a person with its address.
 */
export function isConstant(value: JsonValue): value is string | number | boolean | null {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1000;
  if (typeof value !== "string" || value.length > 32) return false;
  return /^[A-Za-z]+(?:[_.:/-]?[A-Za-z0-9]+)*$/.test(value) && !looksRandom(value);
}

function looksRandom(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return digits > 4 || /[A-Za-z]\d+[A-Za-z]+\d/.test(text) || /^[0-9a-f]{8,}$/i.test(text);
}

/** Names that secrets have where no document says so. */
const secretName =
  /pass(?:word|wd|phrase|code)?$|secret|token|credential|api[_-]?key|private[_-]?key|access[_-]?key|(?:^|[_-])key$|authorization|session|cookie|signature|otp$|^pin$|cvv|cvc|ssn|iban/i;

export function isSecretName(name: string): boolean {
  return secretName.test(name);
}
