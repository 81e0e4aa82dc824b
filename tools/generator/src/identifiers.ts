/**
 * The door through which text of a document becomes an identifier. What comes out holds ASCII letters, digits, `_`
 * and `$` alone, so no name can carry code along.
 */

/** `get-user_by id` → `getUserById`; a name without any letter or digit becomes `unnamed`. */
export function toCamelCase(text: string): string {
  const pascal = toPascalCase(text);
  const camel = pascal.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (lead) => lead.toLowerCase());
  return reservedMembers.has(camel) ? `${camel}_` : camel;
}

/** `get-user_by id` → `GetUserById`. */
export function toPascalCase(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? ["unnamed"];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[0-9]/.test(joined) ? `N${joined}` : joined;
}

/** A name for each text, in its order; where two would be the same, the later ones get a number. */
export function nameAll(
  texts: readonly string[],
  toName: (text: string) => string,
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const text of texts) {
    const wanted = toName(text);
    let name = wanted;
    for (let count = 2; used.has(name); count++) name = `${wanted}${count}`;
    used.add(name);
    names.set(text, name);
  }
  return names;
}

/** Members that would give an object of operations a meaning of its own, such as that of a promise. */
const reservedMembers = new Set(["then", "constructor", "prototype", "toString", "valueOf", "toJSON"]);
