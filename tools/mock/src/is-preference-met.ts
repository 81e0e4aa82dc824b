import type { OperationAnswer } from "./operation.ts";
import type { Preferences } from "./parse-preferences.ts";

/**
 * Whether the answer is what `Prefer` asks for. Where the status or the example that is asked for has no media
 * type that `Accept` allows, Prism gives another status or an error that names neither. A request that breaks the
 * document gets its error instead of what it prefers; that is as it should be.
 */
export function isPreferenceMet(answer: OperationAnswer, { code, example }: Preferences): boolean {
  if (code === undefined && example === undefined) return true;
  switch (answer.kind) {
    case "unverifiable":
      return true;
    case "refused":
      return !/#(NOT_FOUND|UNKNOWN)$/.test(String(answer.problem["type"]));
    case "answered":
      return code === undefined || answer.status === code || answer.violations.some(isRequestError);
  }
}

function isRequestError({ location, severity }: { location: readonly string[]; severity: string }): boolean {
  return location[0] === "request" && severity === "Error";
}
