import type { Diagnostic } from "./parse-diagnostics.ts";

type Direction = "request" | "response";

/**
 * Why a type is not assignable to another, in one sentence: the way to the member that is to blame, and what is wrong
 * with it.
 *
 * @param direction - in a request the old type was to be assigned to the new one, in a response the new one to the old
 */
export function explainMismatch({ message, reasons }: Diagnostic, direction: Direction): string {
  const lines = upToChoice([message, ...reasons]);
  const path = lines.flatMap(readStep);
  const last = lines.at(-1) ?? "";
  const [, from, to] = mismatch.exec(last) ?? nominal.exec(last) ?? [];
  if (from !== undefined && to !== undefined) return explainTypes(clean(from), clean(to), path, direction);
  const missing = readMissing(last);
  if (missing.length > 0) {
    const names = missing.map((name) => quote([...path, name])).join(", ");
    const [subject, verb] = missing.length === 1 ? ["property", "is"] : ["properties", "are"];
    return `The ${subject} ${names} ${verb} ${direction === "request" ? "required now" : "gone"}.`;
  }
  const [, source, target] = /^Source has (\d+) element\(s\) but target \D+(\d+)/.exec(last) ?? [];
  if (source !== undefined && target !== undefined) {
    const [old, now] = direction === "request" ? [source, target] : [target, source];
    return `The list${path.length === 0 ? "" : ` ${quote(path)}`} has ${now} members; it had ${old}.`;
  }
  return `${subjectOf(path)} does not fit: ${clean(last)}`;
}

const mismatch = /^Type '(.+)' is not assignable to type '(.+?)'(?:\.| with ).*$/s;

/** What is asked of a type that is itself and nothing else, such as a `Blob`, or of what is one. */
const nominal =
  /^(?=.*(?:'\[\w+\]' is missing| in type '(?:Blob|BufferSource|Date)' but)).* in type '(.+)' but required in type '(.+)'\.$/s;

function explainTypes(from: string, to: string, path: readonly string[], direction: Direction): string {
  if (to === "Gone") return `The property ${quote(path)} is gone.`;
  if (from === "Absent") return `The property ${quote(path)} may be left out now.`;
  if (isChoice(to)) {
    const place = path.length === 0 ? "" : ` as ${quote(path)}`;
    const verdict = direction === "request" ? "is no longer taken" : "may come now";
    return `\`${shorten(from)}\` ${verdict}${place}.`;
  }
  const [old, now] = direction === "request" ? [from, to] : [to, from];
  return `${subjectOf(path)} was \`${shorten(old)}\` and is \`${shorten(now)}\`.`;
}

/** What follows on a choice of objects is about one of them, and no one knows why that one. */
function upToChoice(lines: readonly string[]): readonly string[] {
  const targetOf = (line: string | undefined) => mismatch.exec(line ?? "")?.[2];
  const first = lines.findIndex((line) => isChoice(clean(targetOf(line) ?? "")));
  if (first < 0) return lines;
  let end = first;
  while (targetOf(lines[end + 1]) === targetOf(lines[first])) end++;
  return lines.slice(0, end + 1);
}

/** Whether a printed type is one of several objects. */
function isChoice(type: string): boolean {
  let depth = 0;
  let isText = false;
  let hasObject = false;
  let isUnion = false;
  for (let index = 0; index < type.length; index++) {
    const character = type.charAt(index);
    if (isText && character === "\\") index++;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (/[{([<]/.test(character)) depth++;
    else if (/[})\]]/.test(character) || (character === ">" && type.charAt(index - 1) !== "=")) depth--;
    if (!isText && character === "{") hasObject = true;
    if (!isText && depth === 0 && character === "|") isUnion = true;
  }
  return hasObject && isUnion;
}

/** The members that a line of the compiler leads to. */
function readStep(line: string): readonly string[] {
  const [, one] = /^Types of property '(.+)' are incompatible\.$/s.exec(line) ?? [];
  if (one !== undefined) return [unquote(one)];
  const [, several] = /^The types of '(.+)' are incompatible between these types\.$/s.exec(line) ?? [];
  if (several !== undefined) return [several];
  return /^'(string|number)' index signatures are incompatible\.$/.test(line) ? ["*"] : [];
}

function readMissing(line: string): readonly string[] {
  const [, one] =
    /^Property '(.+)' is (?:missing|optional) in type .* but required in type /s.exec(line) ?? [];
  if (one !== undefined) return [unquote(one)];
  const [, several] = /^Type .* is missing the following properties from type .*?': (.+)$/s.exec(line) ?? [];
  return several === undefined
    ? []
    : several
        .replace(/, and \d+ more\.$/, "")
        .split(", ")
        .map(unquote);
}

/** The compiler quotes the names that are no identifiers, as JSON does. */
function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}

function quote(path: readonly string[]): string {
  return `\`${path.join(".")}\``;
}

function subjectOf(path: readonly string[]): string {
  return path.length === 0 ? "The type" : `The type of ${quote(path)}`;
}

/** A printed type without what the comparison has put into it. */
function clean(type: string): string {
  return type
    .replaceAll(/Branded<"(gone|absent)">/g, (_, name) => (name === "gone" ? "Gone" : "Absent"))
    .replaceAll(/ & \{ [^{}]*\?: Gone; \}/g, "")
    .replaceAll(" & {}", "")
    .replaceAll(" | Absent", "");
}

function shorten(type: string): string {
  return type.length > 80 ? `${type.slice(0, 79)}…` : type;
}
