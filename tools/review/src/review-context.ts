import type { ReviewSettings } from "./settings/read-settings.ts";
import type { Sides } from "./side/side.ts";
import type { Consumer } from "./types/find-programs.ts";

/** What the review of every API starts from. */
export interface ReviewContext {
  /** Absolute path of the house: where packages of consumers and the configuration of lint are found. */
  readonly root: string;
  readonly sides: Pick<Sides, "base" | "head">;
  readonly settings: ReviewSettings;
  /** As year, month and day. */
  readonly today: string;
  /** Code of other repositories that uses the packages. */
  readonly consumers: readonly Consumer[];
  /** Whether the house says which rules of lint its documents keep. */
  readonly isLinted: boolean;
  /** Whether a report is to show what the packages export. */
  readonly showsPackages: boolean;
}

/** Whether the two sides are states of a house, and not two documents alone. */
export function isHouse({ sides }: Pick<ReviewContext, "sides">): boolean {
  return sides.head.kind !== "file";
}
