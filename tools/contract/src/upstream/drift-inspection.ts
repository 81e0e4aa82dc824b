import type { Operation } from "@specmill/spec";
import type { Exchange } from "../wire/exchange.ts";
import type { DriftContext } from "./drift-context.ts";

export type Side = "request" | "response";

/** One exchange of an operation, under inspection. */
export interface Inspection extends Exchange {
  readonly context: DriftContext;
  readonly operation: Operation;
  /** Whether the body is known. */
  readonly isRead: (side: Side) => boolean;
  /** Whether a value of this name may be kept nowhere. */
  readonly isSecret: (name: string) => boolean;
  /** Whether this is a credential, or another secret, that came back. */
  readonly isEcho: (text: string) => boolean;
  readonly onSeen: (key: string) => void;
}
