export type { BasicCredential, CallOptions, ClientOptions, Credential } from "./client-options.ts";
export { type Caller, createCaller } from "./create-caller.ts";
export type { Arguments, Operation, Parameter, SecurityScheme, Server } from "./operation.ts";
export type {
  Aborted,
  Documented,
  Failure,
  InvalidRequest,
  InvalidResponse,
  NetworkFailure,
  Undocumented,
} from "./outcome.ts";
