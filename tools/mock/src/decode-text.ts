/** A text of a URL as it was before it was encoded; the text itself where a `%` starts no escape. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same for a query and a form, which have `+` for a space. */
export function decodeForm(text: string): string {
  return decodePercent(text.replaceAll("+", " "));
}
