import { toStringLiteral } from "./literals.ts";

/** The imports of a file under way: asking for a name notes it, and `emit` writes those that were asked for. */
export interface Imports {
  /** Notes a type; returns its name. */
  type(name: string, from: string): string;
  /** Notes a value; returns its name. */
  value(name: string, from: string): string;
  /** Notes all types of a module under one name; returns that name. */
  namespace(name: string, from: string): string;
  /** The import declarations by module and name. */
  emit(): string;
}

export function createImports(): Imports {
  const named = new Map<string, Map<string, "type" | "value">>();
  const namespaces = new Map<string, string>();
  const note = (kind: "type" | "value") => (name: string, from: string) => {
    const names = named.get(from) ?? new Map<string, "type" | "value">();
    if (names.get(name) !== "value") names.set(name, kind);
    named.set(from, names);
    return name;
  };
  return {
    type: note("type"),
    value: note("value"),
    namespace(name, from) {
      namespaces.set(from, name);
      return name;
    },
    emit() {
      const lines = [...named].map(([from, names]) => [from, emitNamed(from, names)] as const);
      const whole = [...namespaces].map(
        ([from, name]) => [from, `import type * as ${name} from ${toStringLiteral(from)};\n`] as const,
      );
      return [...lines, ...whole]
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .map(([, line]) => line)
        .join("");
    },
  };
}

function emitNamed(from: string, names: ReadonlyMap<string, "type" | "value">): string {
  const onlyTypes = ![...names.values()].includes("value");
  const list = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => (kind === "type" && !onlyTypes ? `type ${name}` : name));
  const flat = `import ${onlyTypes ? "type " : ""}{ ${list.join(", ")} } from ${toStringLiteral(from)};\n`;
  if (flat.length <= 110) return flat;
  return `import ${onlyTypes ? "type " : ""}{\n${list.map((name) => `  ${name},\n`).join("")}} from ${toStringLiteral(from)};\n`;
}
