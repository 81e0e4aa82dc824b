import { BaseResolver, ResolveError, Source } from "@redocly/openapi-core";
import type { ReadText } from "./file-source.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Makes the resolver that reads the files a document refers to. It reads local files only: a document must
 * mean the same today and tomorrow, on every machine, so a remote `$ref` is refused instead of fetched.
 *
 * @param readText - reads every file; without it, the disk does
 */
export function createOfflineResolver(readText?: ReadText): BaseResolver {
  const resolver = new BaseResolver();
  const readLocal = readText === undefined ? resolver.loadExternalRef.bind(resolver) : readThrough(readText);
  resolver.loadExternalRef = async (reference) => {
    if (isRemote(reference)) {
      throw new ResolveError(new Error(`the reference ${reference} leaves this machine`));
    }
    return readLocal(reference);
  };
  const parse = resolver.parseDocument.bind(resolver);
  resolver.parseDocument = (source, isRoot) => {
    // The engine takes a file of another name for a text.
    const isDocument = isRoot || /\.(json|ya?ml)$/.test(source.absoluteRef);
    const parsed = isDocument ? parseJson(source.body) : undefined;
    return parsed === undefined ? parse(source, isRoot) : { source, parsed };
  };
  return resolver;
}

/** Whether a `$ref` names something that only a network can give. */
export function isRemote(reference: string): boolean {
  return /^([a-z][a-z0-9+.-]+:)?\/\/|^data:/i.test(reference);
}

function readThrough(readText: ReadText): (file: string) => Promise<Source> {
  return async (file) => {
    try {
      // As the engine reads the disk: a line ends in the same way on every machine.
      return new Source(file, (await readText(file)).replaceAll("\r\n", "\n"));
    } catch (error) {
      throw new ResolveError(toReason(error));
    }
  };
}

/** Without the name of the system call, which tells nobody anything. */
function toReason(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const message = error.message.replace(/, (open|read|lstat)(?=$| ')/, "");
  return Object.assign(new Error(message), "code" in error ? { code: error.code } : {});
}
