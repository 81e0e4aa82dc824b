import { findDeclared } from "./find-declared.ts";
import type { Operation } from "./operation.ts";
import type { Preferences } from "./parse-preferences.ts";

/**
 * Whether the document has what `Prefer` asks for. Prism answers a 404 where it has not, which nobody can tell
 * from a 404 of the API.
 *
 * @returns what is asked for in vain, with what there is; undefined where all is well
 */
export function checkPreferences(
  { method, path, responses }: Operation,
  { code, example }: Preferences,
): string | undefined {
  if (code === undefined && example === undefined) return undefined;
  const name = `${method.toUpperCase()} ${path}`;
  const wanted =
    code === undefined ? responses : [findDeclared(responses, code)].flatMap((found) => found ?? []);
  if (code !== undefined && wanted.length === 0) {
    return `${name} documents no status ${code}. It documents ${list(responses.map((response) => response.status))}.`;
  }
  const examples = [...new Set(wanted.flatMap((response) => response.examples))];
  if (example === undefined || examples.includes(example)) return undefined;
  const where = code === undefined ? name : `Status ${code} of ${name}`;
  return `${where} has no example of the name asked for. It has ${list(examples)}.`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
