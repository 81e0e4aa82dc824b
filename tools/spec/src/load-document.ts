import { resolve } from "node:path";
import { bundle, createConfig, Source } from "@redocly/openapi-core";
import type { ReadText } from "./file-source.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import { createOfflineResolver } from "./offline-resolver.ts";
import { hasErrors, type Problem, sortProblems } from "./problem.ts";
import { problemAt } from "./problem-at.ts";
import { filesRead, fromRedoclyError, fromRedoclyProblem } from "./redocly-problem.ts";
import { standsAlone } from "./stands-alone.ts";
import { type Origins, trackOrigins } from "./track-origins.ts";

/** An OpenAPI document with all it refers to, in memory. */
export interface LoadedDocument {
  /** Absolute path of the root file. */
  readonly file: string;
  /** The root file as it was read: the places of problems are found in it. */
  readonly text: string;
  readonly version: "3.0" | "3.1";
  /** Bundled: whatever lay in another file is now below `#/components`; plain JSON. */
  readonly document: JsonObject;
  /** Absolute path of every file that was read. */
  readonly files: readonly string[];
  /** Which parts come from other files than the root, and from where in them; absent where all is in one file. */
  readonly origins?: Origins;
}

export type LoadResult =
  | { readonly kind: "loaded"; readonly loaded: LoadedDocument }
  | { readonly kind: "failed"; readonly problems: readonly Problem[]; readonly files: readonly string[] };

export interface LoadOptions {
  /** Reads the root and all that it refers to; without it, the disk does. */
  readonly readText?: ReadText;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, and every local file that it refers to.
 *
 * @param file - path of the root document, absolute or relative to the working directory
 * @returns the bundled document, or the problems that keep it from being one: a file that cannot be read or
 *   parsed, a `$ref` that leads nowhere or off this machine, another version of OpenAPI
 */
export async function loadDocument(file: string, { readText }: LoadOptions = {}): Promise<LoadResult> {
  const root = resolve(file);
  const resolver = createOfflineResolver(readText);
  const originsOf = trackOrigins(resolver, root);
  const fail = (problems: readonly Problem[]): LoadResult => ({
    kind: "failed",
    problems: sortProblems(problems),
    files: filesRead(resolver, root),
  });
  try {
    const source = await resolver.resolveDocument(null, root, true);
    if (source instanceof Error) throw source;
    const version = readVersion(source.parsed);
    if (version.kind === "unsupported") return fail([refuse(source.source, version)]);
    const describe = (parsed: unknown): LoadedDocument => ({
      file: root,
      text: source.source.body,
      version: version.version,
      // Through text, so that what YAML shares by alias and what JSON cannot hold are gone from here on.
      document: JSON.parse(JSON.stringify(parsed)),
      files: filesRead(resolver, root),
    });
    if (standsAlone(version.parsed)) return { kind: "loaded", loaded: describe(version.parsed) };
    const { bundle: bundled, problems } = await bundle({
      doc: source,
      config: await createConfig({}),
      externalRefResolver: resolver,
      componentRenamingConflicts: "error",
    });
    const found = problems.map((problem) => fromRedoclyProblem(problem, root));
    if (hasErrors(found)) return fail(found);
    const origins = originsOf(bundled.parsed);
    const loaded = describe(bundled.parsed);
    return { kind: "loaded", loaded: { ...loaded, ...(origins.size === 0 ? {} : { origins }) } };
  } catch (error) {
    const problem = isEndless(error) ? refuse(new Source(root, ""), endless) : fromRedoclyError(error, root);
    if (problem === undefined) throw error;
    return fail([problem]);
  }
}

type Version =
  | { readonly kind: "supported"; readonly version: "3.0" | "3.1"; readonly parsed: JsonObject }
  | Refusal;

interface Refusal {
  readonly kind: "unsupported";
  /** Where in the root document. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

const endless: Refusal = {
  kind: "unsupported",
  pointer: "#/",
  message:
    "The document never ends: an alias or a $ref makes a value part of itself, or values nest too deep.",
  hint: "Refer with $ref to a component, and only where OpenAPI allows a reference.",
};

function readVersion(parsed: unknown): Version {
  const refusal = (
    message: string,
    pointer = "#/",
    hint = "Start the document with `openapi: 3.1.0`.",
  ): Refusal => ({
    kind: "unsupported",
    pointer,
    message,
    hint,
  });
  if (!isJsonObject(parsed)) return refusal("The file holds no OpenAPI document: it is not a mapping.");
  const { openapi, swagger } = parsed;
  if (typeof openapi === "string" && /^3\.[01]\.\d+$/.test(openapi)) {
    return { kind: "supported", version: openapi.startsWith("3.0") ? "3.0" : "3.1", parsed };
  }
  if (openapi !== undefined) {
    return refusal(`OpenAPI ${JSON.stringify(openapi)} is not supported; 3.0 and 3.1 are.`, "#/openapi");
  }
  if (swagger !== undefined) {
    return refusal(
      `Swagger ${JSON.stringify(swagger)} is not supported.`,
      "#/swagger",
      "Convert the document to OpenAPI 3.0 or 3.1 first.",
    );
  }
  return refusal("The document does not say which OpenAPI it is written in.");
}

function refuse(source: Source, { message, hint, pointer }: Refusal): Problem {
  return problemAt({ file: source.absoluteRef, text: source.body }, pointer, {
    rule: "unsupported-document",
    severity: "error",
    message,
    hint,
  });
}

/** Whether an error tells of a value without an end: too deep to walk, or too round to write. */
function isEndless(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  // The engine follows references that are nothing but references, and tells of a circle by an error of its own.
  return error instanceof Error && /circular/i.test(error.message);
}
