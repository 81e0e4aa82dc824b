import { getLineColLocation, Source } from "@redocly/openapi-core";
import { type ReadText, readFromDisk } from "./file-source.ts";
import type { LoadedDocument } from "./load-document.ts";
import { createJsonIndex } from "./locate-in-json.ts";
import { displayPath } from "./redocly-problem.ts";
import type { Origin } from "./track-origins.ts";

/** Where something stands in a file that people edit. */
export interface SourcePlace {
  /** As people know it: relative to the working directory where it lies below it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/**
 * Tells where a JSON pointer into a bundled document leads in the files it was bundled from: to the key there. Where
 * the pointer leads nowhere, to the nearest of its ancestors that is there.
 */
export type Locator = (pointer: string) => SourcePlace;

/**
 * Makes the locator of a document. A file is searched only when a place in it is asked for, and prepared once.
 *
 * @param readText - reads the files other than the root, as they were when the document was loaded
 */
export async function createLocator(
  { file, text, origins }: Pick<LoadedDocument, "file" | "text" | "origins">,
  readText: ReadText = readFromDisk,
): Promise<Locator> {
  const others = [...new Set([...(origins?.values() ?? [])].map((origin) => origin.file))];
  const texts = new Map([[file, text]]);
  const read = async (other: string) => texts.set(other, await readText(other).catch(() => ""));
  await Promise.all(others.map(read));
  const finders = new Map<string, Find>();
  return (pointer) => {
    const origin = originOf(pointer, origins) ?? { file, pointer };
    const find = finders.get(origin.file) ?? createFind(origin.file, texts.get(origin.file) ?? "");
    finders.set(origin.file, find);
    return { file: displayPath(origin.file), ...find(origin.pointer) };
  };
}

type Find = (pointer: string) => { readonly line: number; readonly column: number };

function originOf(pointer: string, origins: LoadedDocument["origins"]): Origin | undefined {
  if (origins === undefined) return undefined;
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const origin = origins.get(pointer.slice(0, end));
    if (origin !== undefined) return { ...origin, pointer: origin.pointer + pointer.slice(end) };
  }
  return undefined;
}

function createFind(file: string, text: string): Find {
  const index = createJsonIndex(text);
  if (index !== undefined) return index;
  // Without carriage returns, as the engine knows it: a line ends in the same way on every machine.
  const source = new Source(file, text.replaceAll("\r\n", "\n"));
  return (pointer) => {
    const { start } = getLineColLocation({
      source,
      pointer: pointer.replace(/^#\/?/, "#/"),
      reportOnKey: true,
    });
    return { line: start.line, column: start.col };
  };
}
