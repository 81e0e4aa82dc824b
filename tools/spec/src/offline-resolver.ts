import { BaseResolver, ResolveError } from "@redocly/openapi-core";

/**
 * Makes the resolver that reads the files a document refers to. It reads local files only: a document must
 * mean the same today and tomorrow, on every machine, so a remote `$ref` is refused instead of fetched.
 */
export function createOfflineResolver(): BaseResolver {
  const resolver = new BaseResolver();
  const readLocal = resolver.loadExternalRef.bind(resolver);
  resolver.loadExternalRef = async (reference) => {
    if (isRemote(reference)) {
      throw new ResolveError(new Error(`the reference ${reference} leaves this machine`));
    }
    return readLocal(reference);
  };
  return resolver;
}

/** Whether a `$ref` names something that only a network can give. */
export function isRemote(reference: string): boolean {
  return /^([a-z][a-z0-9+.-]+:)?\/\/|^data:/i.test(reference);
}
