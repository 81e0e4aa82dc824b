/**
 * How much of what a consumer imports and does not use is left in the bundle.
 *
 * @param {Record<"without" | "unused" | "used", ReadonlyMap<string, number>>} bundles - the bytes of each source, where
 *   the optional parts are not imported, are imported and not used, and are used
 * @param {readonly RegExp[]} parts - which sources must be there where they are used, or else this measures nothing
 * @returns {number} bytes
 * @throws {Error} where a part is not seen even where it is used
 */
export function measureLeftovers({ without, unused, used }, parts) {
  const optional = [...used].filter(([file, bytes]) => bytes > 0 && (without.get(file) ?? 0) === 0);
  const missing = parts.find((part) => !optional.some(([file]) => part.test(file)));
  if (missing) throw new Error(`No source ${missing} is seen in a bundle that uses it.`);
  return optional.reduce((sum, [file]) => sum + (unused.get(file) ?? 0), 0);
}
