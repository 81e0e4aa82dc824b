/**
 * The declaration of an exported type: an interface where the type is one object, whose name an editor then shows and
 * whose members it lists; otherwise an alias.
 *
 * @param doc - its comment, with its final newline
 * @param type - as `printType` prints it
 */
export function declareType(name: string, doc: string, type: string): string {
  // Only the last line of an object type starts with its brace: whatever is within is moved in.
  const isObject = type.startsWith("{\n") && type.indexOf("\n}") === type.length - 2;
  if (isObject) return `${doc}export interface ${name} ${type}\n`;
  return `${doc}export type ${name} =${spaced(type)};\n`;
}

/** A type after a colon or an equals sign: a broken union starts on a line of its own. */
export function spaced(type: string): string {
  return type.startsWith("\n") ? type : ` ${type}`;
}

/** The same type, or undefined. */
export function orUndefined(type: string): string {
  if (type === "unknown" || type === "undefined") return type;
  return type.startsWith("\n") ? `${type}\n  | undefined` : `${type} | undefined`;
}
