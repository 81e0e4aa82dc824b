import { buildModel } from "@specmill/spec";
import type { Subject } from "../subject.ts";
import { createHttpTarget } from "./create-http-target.ts";
import { readCredentials } from "./read-credentials.ts";
import type { Upstream } from "./upstream.ts";

/** Longer than any honest answer takes. */
const timeout = 30_000;

/** A server as what a run tries, with credentials from the environment. */
export function createUpstream(
  { api, loaded }: Pick<Subject, "api" | "loaded">,
  { url, isUnsafe }: { readonly url: string; readonly isUnsafe: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Upstream & { readonly missing: readonly string[]; readonly close: () => void } {
  const target = createHttpTarget(url, { timeout });
  const { wallet, missing } = readCredentials(buildModel(loaded.document), api, environment);
  return { target, wallet, isUnsafe, missing: missing.map(({ reason }) => reason), close: target.close };
}
