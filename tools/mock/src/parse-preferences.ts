import { decodeForm } from "./decode-text.ts";
import type { RawPair } from "./read-parameter.ts";

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
  /** Whether to make up an answer of nothing but what it must have. */
  readonly minimal?: boolean;
}

/** What a request may ask for, in `Prefer` or, after `__`, in the query. */
export const preferenceNames = ["code", "example", "dynamic", "seed", "minimal"] as const;

export type PreferenceResult =
  | { readonly kind: "parsed"; readonly preferences: Preferences }
  | { readonly kind: "malformed"; readonly message: string };

/**
 * Reads what the mock understands in `Prefer` (RFC 7240, section 2) and ignores the rest. Without that header the
 * query parameters `__code`, `__example` and so on say the same. The first of a name wins.
 *
 * A `;` divides preferences as `,` does: Prism would drop what follows it without a word.
 */
export function parsePreferences(header: string | undefined, query: readonly RawPair[]): PreferenceResult {
  const given = header === undefined ? fromQuery(query) : fromHeader(header);
  const { code, example, dynamic, seed, minimal } = Object.fromEntries(given.reverse());
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) {
    return { kind: "malformed", message: "The preference code must be a status from 200 to 599." };
  }
  if (dynamic !== undefined && dynamic !== "true" && dynamic !== "false") {
    return { kind: "malformed", message: "The preference dynamic must be true or false." };
  }
  if (minimal !== undefined && minimal !== "true" && minimal !== "false") {
    return { kind: "malformed", message: "The preference minimal must be true or false." };
  }
  return {
    kind: "parsed",
    preferences: {
      ...(code === undefined ? {} : { code: Number(code) }),
      ...(example === undefined ? {} : { example }),
      ...(dynamic === undefined ? {} : { dynamic: dynamic === "true" }),
      ...(seed === undefined ? {} : { seed }),
      ...(minimal === undefined ? {} : { minimal: minimal === "true" }),
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

function fromQuery(query: readonly RawPair[]): [name: string, value: string][] {
  return preferenceNames.flatMap((name): [string, string][] => {
    const [first] = query.filter(([given]) => decodeForm(given) === `__${name}`);
    return first === undefined ? [] : [[name, decodeForm(first[1])]];
  });
}

function unquote(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}
