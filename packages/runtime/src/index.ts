export { CallError } from "./call-error.ts";
export type { CallEvent } from "./call-event.ts";
export type { CallSummary } from "./call-summary.ts";
export type {
  BasicCredential,
  CallOptions,
  ClientOptions,
  Credential,
  HeaderValues,
  ResilienceOptions,
  RetryOptions,
} from "./client-options.ts";
export { type Call, type Caller, createCaller } from "./create-caller.ts";
export type { Middleware } from "./middleware.ts";
export type {
  Arguments,
  HeaderKind,
  MemberEncoding,
  Operation,
  Parameter,
  SecurityScheme,
  Server,
} from "./operation.ts";
export type {
  Aborted,
  Documented,
  Failure,
  InvalidRequest,
  InvalidResponse,
  NetworkFailure,
  Outcome,
  TimedOut,
  Undocumented,
} from "./outcome.ts";
export { unwrap } from "./unwrap.ts";
export type { Drift, Issue, Validate, ValidationOptions } from "./validation-types.ts";
