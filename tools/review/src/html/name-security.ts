import type { Operation } from "@specmill/spec";
import { type Fact, value, words } from "./doc-row.ts";

/** Which credentials an operation asks for: the alternatives, each with what it needs together. */
export function nameSecurity({ security, scopes }: Pick<Operation, "security" | "scopes">): readonly Fact[] {
  if (security.length === 0) return [words("none asked for")];
  return security.flatMap((requirement, index) => [
    ...(index > 0 ? [words("or")] : []),
    ...(requirement.length === 0 ? [words("no credential")] : []),
    ...requirement.map((scheme) => {
      const asked = scopes?.[index]?.[scheme] ?? [];
      return value(asked.length === 0 ? scheme : `${scheme}: ${asked.join(", ")}`);
    }),
  ]);
}
