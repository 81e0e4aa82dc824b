/**
 * A pattern that compiles with the `u` flag, as JSON Schema wants it. Escapes that the flag does not allow, such as
 * `\_`, are taken away where they mean nothing.
 *
 * @returns undefined where it is no regular expression of JavaScript
 */
export function toUnicodePattern(pattern: string): string | undefined {
  let isClass = false;
  const plain = pattern.replace(/\\.|\[|\]/gs, (token) => {
    if (token === "[" || token === "]") isClass = token === "[";
    const needless =
      /^\\[^\w^$\\.*+?()[\]{}|/-]$/s.test(token) || token === "\\_" || (token === "\\-" && !isClass);
    return needless ? token.slice(1) : token;
  });
  return [pattern, plain].find((candidate) => {
    try {
      return new RegExp(candidate, "u");
    } catch {
      return false;
    }
  });
}
