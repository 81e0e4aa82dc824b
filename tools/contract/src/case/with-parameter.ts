import type { JsonValue, Parameter } from "@specmill/spec";
import type { CallArguments } from "./contract-case.ts";

/** The same call with another value for a parameter; without it where the value is undefined. */
export function withParameter(
  call: CallArguments,
  { in: location, name }: Pick<Parameter, "in" | "name">,
  value: JsonValue | undefined,
): CallArguments {
  const group = location === "header" ? "headers" : location === "cookie" ? "cookies" : location;
  const { [group]: values = {}, ...rest } = call;
  const members = [
    ...Object.entries(values).filter(([known]) => known !== name),
    ...(value === undefined ? [] : [[name, value] as const]),
  ];
  return members.length === 0 ? rest : { ...rest, [group]: Object.fromEntries(members) };
}
