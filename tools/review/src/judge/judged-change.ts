import type { Axis, Change, Impact } from "../change.ts";
import type { Proof, Status } from "../finding.ts";

/** A change with what the judges say of it along one axis. */
export interface JudgedChange {
  readonly change: Change;
  readonly axis: Axis;
  readonly impact: Impact;
  readonly status: Status;
  readonly proof?: Proof;
}
