export type TargetResult =
  | {
      readonly kind: "parsed";
      /** The first segment, decoded; empty for `/`. */
      readonly api: string;
      /** The segments below the API's prefix, decoded; one empty segment for the prefix itself. */
      readonly segments: readonly string[];
      readonly query: Readonly<Record<string, string | string[]>>;
    }
  /** A `%` that starts no escape. */
  | { readonly kind: "malformed" };

/**
 * Takes a request target apart (RFC 9112, section 3.2). `Host` and a target's own host play no part: the mock
 * answers whoever reaches it.
 */
export function parseTarget(target: string): TargetResult {
  const [path = "", query = ""] = splitOnce(target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, ""), "?");
  const [api = "", ...segments] = path.split("/").slice(1);
  try {
    return {
      kind: "parsed",
      api: decodeURIComponent(api),
      segments: segments.length === 0 ? [""] : segments.map(decodeURIComponent),
      query: parseQuery(query),
    };
  } catch (error) {
    if (error instanceof URIError) return { kind: "malformed" };
    throw error;
  }
}

/** The path of a target without its query, where secrets travel. */
export function pathOf(target: string): string {
  return splitOnce(target, "?")[0] ?? "";
}

function parseQuery(query: string): Record<string, string | string[]> {
  if (query === "") return {};
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      const [only] = values;
      return [name, values.length === 1 && only !== undefined ? only : values];
    }),
  );
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
