/** What `Prefer` asks of the mock. */
export interface Preferences {
  /** The status to answer with. */
  readonly code?: number;
  /** The named example to answer with. */
  readonly example?: string;
  /** Whether to make the body up from the schema, even where there is an example. */
  readonly dynamic?: boolean;
  /** Makes dynamic answers repeat. */
  readonly seed?: string;
}

export type PreferenceResult =
  | { readonly kind: "parsed"; readonly preferences: Preferences }
  | { readonly kind: "malformed"; readonly message: string };

/**
 * Reads what the mock understands in `Prefer` (RFC 7240, section 2) and ignores the rest. Without that header the
 * query parameters `__code`, `__example`, `__dynamic` and `__seed` say the same. The first of a name wins.
 *
 * A `;` divides preferences as `,` does: Prism would drop what follows it without a word.
 */
export function parsePreferences(
  header: string | undefined,
  query: Readonly<Record<string, string | string[]>>,
): PreferenceResult {
  const given = header === undefined ? fromQuery(query) : fromHeader(header);
  const { code, example, dynamic, seed } = Object.fromEntries(given.reverse());
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) {
    return { kind: "malformed", message: "The preference code must be a status from 200 to 599." };
  }
  if (dynamic !== undefined && dynamic !== "true" && dynamic !== "false") {
    return { kind: "malformed", message: "The preference dynamic must be true or false." };
  }
  return {
    kind: "parsed",
    preferences: {
      ...(code === undefined ? {} : { code: Number(code) }),
      ...(example === undefined ? {} : { example }),
      ...(dynamic === undefined ? {} : { dynamic: dynamic === "true" }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

function fromHeader(header: string): [name: string, value: string][] {
  const parts = header.match(/(?:[^,;"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return parts.flatMap((part): [string, string][] => {
    const [name, ...rest] = part.split("=");
    return name === undefined || rest.length === 0
      ? []
      : [[name.trim().toLowerCase(), unquote(rest.join("=").trim())]];
  });
}

function fromQuery(query: Readonly<Record<string, string | string[]>>): [name: string, value: string][] {
  return ["code", "example", "dynamic", "seed"].flatMap((name): [string, string][] => {
    const value = query[`__${name}`];
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
}

function unquote(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}
