/** A placeholder as it stands in a text that was redacted. */
const placeholder = /\$SPECMILL_[A-Z0-9_]+/g;

/** What stands for a secret: the name of a shell variable that whoever knows the secret can set. */
export function formatPlaceholder(name: string): string {
  const word = name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
  return `$SPECMILL_${word.replaceAll(/^_+|_+$/g, "") || "SECRET"}`;
}

/** A text in the order in which it is read: what stands there, and the placeholders. */
type TextPart = { readonly kind: "text" | "placeholder"; readonly text: string };

export function splitPlaceholders(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    parts.push({ kind: "placeholder", text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}
