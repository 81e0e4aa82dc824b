import type { Wallet } from "../case/choose-credentials.ts";
import type { Target } from "../wire/exchange.ts";

/** A server that is tried in the place of the mock. */
export interface Upstream {
  readonly target: Target;
  /** Real credentials, in the place of those made up. */
  readonly wallet: Wallet;
  /** Whether operations that change something are called. */
  readonly isUnsafe: boolean;
}
