import type { BaseResolver } from "@redocly/openapi-core";
import { joinPointer } from "./follow-reference.ts";
import { isJsonObject } from "./json.ts";
import { standsAlone } from "./stands-alone.ts";

/** Where a value of a bundled document was written. */
export interface Origin {
  /** Absolute path. */
  readonly file: string;
  /** JSON pointer into that file; `#` for the whole of it. */
  readonly pointer: string;
}

/** By JSON pointer into the bundled document: where what stands there, and all below it, was written. */
export type Origins = ReadonlyMap<string, Origin>;

/** What is known of the files as they were parsed, by the objects of them. */
interface Sources {
  /** Where each object of another file than the root was written. */
  readonly places: Map<object, Origin>;
  /** Objects that were a reference, with the names of what else they held. */
  readonly references: Map<object, { readonly target: Origin; readonly own: ReadonlySet<string> }>;
}

/**
 * Watches a resolver read files, so that afterwards it is known where bundling took its parts from: it moves the very
 * objects that the files were parsed into, and says nothing of it.
 *
 * @param root - absolute path of the root document
 * @returns tells the origins of a bundled document: of each value that was written elsewhere than what it stands in
 */
export function trackOrigins(resolver: BaseResolver, root: string): (bundled: unknown) => Origins {
  const sources: Sources = { places: new Map(), references: new Map() };
  const parse = resolver.parseDocument.bind(resolver);
  resolver.parseDocument = (source, isRoot) => {
    const document = parse(source, isRoot);
    const isOther = source.absoluteRef !== root;
    if (isOther || !isAlone(document.parsed)) {
      const resolveFile = (path: string) => resolver.resolveExternalRef(source.absoluteRef, path);
      record(document.parsed, { file: source.absoluteRef, pointer: "#" }, { isOther, resolveFile, sources });
    }
    return document;
  };
  return (bundled) => (sources.places.size === 0 ? new Map() : findOrigins(bundled, sources));
}

/** A root that stands alone may be large, and there is nothing to find in it. */
function isAlone(parsed: unknown): boolean {
  return isJsonObject(parsed) && standsAlone(parsed);
}

interface Recording {
  readonly isOther: boolean;
  readonly resolveFile: (path: string) => string;
  readonly sources: Sources;
}

function record(top: unknown, place: Origin, { isOther, resolveFile, sources }: Recording): void {
  const seen = new Set<object>();
  const visit = (value: unknown, origin: Origin) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isOther) sources.places.set(value, origin);
    if (isJsonObject(value) && typeof value["$ref"] === "string") {
      const [path, pointer = ""] = value["$ref"].split("#", 2);
      const target = {
        file: path ? resolveFile(path) : origin.file,
        pointer: `#${pointer.replace(/\/$/, "")}`,
      };
      sources.references.set(value, { target, own: new Set(Object.keys(value)) });
    }
    for (const [key, child] of Object.entries(value)) visit(child, childOf(origin, key));
  };
  visit(top, place);
}

function findOrigins(bundled: unknown, { places, references }: Sources): Origins {
  const origins = new Map<string, Origin>();
  const seen = new Set<object>();
  const visit = (value: unknown, pointer: string, expected: Origin | undefined) => {
    if (typeof value !== "object" || value === null) return;
    const origin = places.get(value);
    if (origin !== undefined && !isSame(origin, expected)) origins.set(pointer, origin);
    // What YAML shares by alias is walked once.
    if (seen.has(value)) return;
    seen.add(value);
    const replaced = "$ref" in value ? undefined : references.get(value);
    for (const [key, child] of Object.entries(value)) {
      const path = joinPointer(pointer, key);
      if (replaced !== undefined && !replaced.own.has(key)) {
        // The reference became what it led to, where OpenAPI has no component that it could lead to instead.
        const source = childOf(replaced.target, key);
        origins.set(path, source);
        visit(child, path, source);
      } else {
        visit(child, path, origin && childOf(origin, key));
      }
    }
  };
  visit(bundled, "#", undefined);
  return origins;
}

function isSame(a: Origin, b: Origin | undefined): boolean {
  return a.file === b?.file && a.pointer === b.pointer;
}

function childOf({ file, pointer }: Origin, key: string): Origin {
  return { file, pointer: joinPointer(pointer, key) };
}
