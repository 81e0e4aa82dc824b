import type { Problem } from "@specmill/spec";

/** What happens while a mock runs, for whoever watches it. */
export type MockEvent =
  /** A file of the API has changed and the API is served anew. */
  | { readonly kind: "reloaded"; readonly api: string }
  /** A file of the API has changed for the worse; what was served before is still served. */
  | { readonly kind: "kept"; readonly api: string; readonly problems: readonly Problem[] }
  /** A request has got its answer. The path is without its query. */
  | { readonly kind: "answered"; readonly method: string; readonly path: string; readonly status: number };
