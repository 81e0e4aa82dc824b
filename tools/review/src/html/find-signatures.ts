import type { Declaration } from "./read-api-report.ts";

/** A package's declarations by name, those that every user sees first. */
export type Declarations = ReadonlyMap<string, Declaration>;

/** A model is told with what names it, and what it names, so far. */
const mostSignatures = 40;

export function indexDeclarations(declarations: readonly Declaration[]): Declarations {
  return new Map(declarations.toReversed().map((declaration) => [declaration.name, declaration]));
}

/**
 * What a caller of an operation sees of it: the types of its arguments and of its result, and the models that these
 * name. Nothing where the client has no such method.
 */
export function findSignatures(declarations: Declarations, operation: string): readonly Declaration[] {
  const found = new Map<string, Declaration>();
  const open = findMethod(declarations, operation);
  for (let name = open.shift(); name !== undefined && found.size < mostSignatures; name = open.shift()) {
    const declaration = declarations.get(name);
    if (declaration === undefined || found.has(name)) continue;
    found.set(name, declaration);
    open.push(...listNames(declaration.text));
  }
  return [...found.values()];
}

/** The types that the method's own line in the client names: `Call<[given: UpdateProfileArguments, …], …>`. */
function findMethod(declarations: Declarations, operation: string): string[] {
  const wanted = plain(operation);
  for (const { name, text } of declarations.values()) {
    if (!name.endsWith("Client") || !text.includes(": Call<")) continue;
    for (const member of text.split(/\n(?= {2}readonly )/)) {
      const method = /^ {2}readonly (?:"((?:[^"\\]|\\.)*)"|([^:?]+)): Call<(.*)$/s.exec(member);
      const found = method?.[1] ?? method?.[2];
      if (found !== undefined && plain(found) === wanted) return [...listNames(method?.[3] ?? "")];
    }
  }
  return [];
}

/** Methods are named after operations, and differ from them in what no identifier can have. */
function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function listNames(text: string): readonly string[] {
  const code = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  return [...new Set(code.match(/(?<![\p{L}\p{N}_$])[\p{Lu}_$][\p{L}\p{N}_$]*/gu) ?? [])];
}
