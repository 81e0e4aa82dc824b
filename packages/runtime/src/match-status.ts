import type { Operation } from "./operation.ts";

/**
 * The key of the documented response that describes a status: the status itself, its range, or `default`.
 *
 * `default` describes a success only where the document names no success of its own: with a documented 200, an
 * unexpected 201 is news to the caller and not an error body.
 */
export function matchStatus({ responses }: Operation, status: number): string | undefined {
  const code = `${status}`;
  const known = [code, code.replace(/..$/, "XX")].find((key) => Object.hasOwn(responses, key));
  if (known || !Object.hasOwn(responses, "default")) return known;
  const namesSuccess = Object.keys(responses).some((key) => key.startsWith("2"));
  // 0 is what a browser shows of a redirect that it was told not to follow.
  return (code.startsWith("2") && namesSuccess) || code === "0" ? undefined : "default";
}
