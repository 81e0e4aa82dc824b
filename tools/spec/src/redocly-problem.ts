import { relative } from "node:path";
import { type BaseResolver, getLineColLocation, ResolveError, YamlParseError } from "@redocly/openapi-core";
import type { Problem } from "./problem.ts";

type RedoclyProblem = Parameters<typeof getLineColLocation>[0] extends infer Location
  ? {
      readonly ruleId: string;
      readonly severity: "error" | "warn";
      readonly message: string;
      readonly location: readonly Location[];
      readonly suggest: readonly string[];
      readonly reference?: string;
    }
  : never;

/** A finding of Redocly's engine as a {@link Problem}; its place is the first that the engine names. */
export function fromRedoclyProblem(found: RedoclyProblem, fallbackFile: string): Problem {
  const [location] = found.location;
  const place = location === undefined ? undefined : getLineColLocation(location);
  // The bundler reports under its own name what the linter calls `no-unresolved-refs`.
  const unresolved = found.message.startsWith("Can't resolve $ref");
  const hint = unresolved ? "Check the path, and after the # the pointer into that file." : hintOf(found);
  return {
    rule: unresolved ? "no-unresolved-refs" : found.ruleId,
    severity: found.severity === "warn" ? "warning" : "error",
    message: oneLine(found.message),
    file: displayPath(place?.source.absoluteRef ?? fallbackFile),
    line: place?.start.line ?? 1,
    column: place?.start.col ?? 1,
    ...(hint === undefined ? {} : { hint }),
  };
}

/**
 * What the engine throws when a file cannot be read or parsed, as a {@link Problem}.
 *
 * @returns undefined for any other error, which is ours and must be thrown on
 */
export function fromRedoclyError(error: unknown, file: string): Problem | undefined {
  if (error instanceof YamlParseError) {
    return {
      rule: "yaml-syntax",
      severity: "error",
      message: firstLine(error.originalError.message).replace(/ in ".*" \(\d+:\d+\)$/, ""),
      file: displayPath(error.source.absoluteRef),
      line: error.line,
      column: error.col,
      hint: "Mend the YAML or JSON at this place; nothing after it was read.",
    };
  }
  if (error instanceof ResolveError) {
    return {
      rule: "file-not-readable",
      severity: "error",
      message: `The document cannot be read: ${reasonOf(error.originalError)}.`,
      file: displayPath(file),
      line: 1,
      column: 1,
      hint: "Check the path and that it names a file.",
    };
  }
  return undefined;
}

/** A path as people read it: relative to the working directory where it lies below it, with `/` between. */
export function displayPath(file: string): string {
  const short = relative(process.cwd(), file);
  return short === "" || short.startsWith("..") ? file : short.replaceAll("\\", "/");
}

/** The files that `resolver` has read. */
export function filesRead(resolver: BaseResolver, root: string): readonly string[] {
  return [...new Set([root, ...resolver.getFiles()])].sort();
}

function hintOf({ suggest, reference }: RedoclyProblem): string | undefined {
  if (suggest.length > 0) return `Did you mean ${suggest.slice(0, 3).join(" or ")}?`;
  return reference === undefined ? undefined : `See ${reference}`;
}

function reasonOf(error: Error & { code?: string }): string {
  switch (error.code) {
    case "ENOENT":
      return "there is no such file";
    case "EACCES":
      return "access is denied";
    default:
      return firstLine(error.message).replace(/\.$/, "");
  }
}

function oneLine(text: string): string {
  // The engine names files by their absolute path, which is nobody's business but this machine's.
  return text
    .replaceAll(`${process.cwd()}/`, "")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}
