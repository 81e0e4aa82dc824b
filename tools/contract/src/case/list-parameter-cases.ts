import type { JsonValue, Parameter } from "@specmill/spec";
import { writeRequest } from "../wire/write-request.ts";
import type { CaseContext, CaseList } from "./case-context.ts";
import type { CaseKind, ContractCase } from "./contract-case.ts";
import { listBreaks } from "./list-breaks.ts";
import { listPoints } from "./list-points.ts";
import { listVariants } from "./list-variants.ts";
import { readBack, travels } from "./travels.ts";
import { withParameter } from "./with-parameter.ts";

/** Every parameter: there and not there, all that it may be, and what it may not. */
export function listParameterCases(context: CaseContext): CaseList {
  const lists = context.operation.parameters.map((parameter) => listOne(context, parameter));
  return {
    cases: lists.flatMap(({ cases }) => cases),
    notes: lists.flatMap(({ notes }) => notes),
  };
}

function listOne(context: CaseContext, parameter: Parameter): CaseList {
  const { operation, oracle, full, minimal } = context;
  const { name, in: location, schemaPointer, required } = parameter;
  const group = location === "header" ? "headers" : location === "cookie" ? "cookies" : location;
  const value = full[group]?.[name];
  if (value === undefined) {
    return { cases: [], notes: [{ pointer: parameter.pointer, message: `No value was found for ${name}.` }] };
  }
  const place = `${operation.id}/${location}.${name}`;
  const accept = (
    kind: CaseKind,
    suffix: string,
    what: string,
    pointer: string,
    given: typeof full,
  ): ContractCase => ({
    id: `${place}/${suffix}`,
    operation: operation.id,
    kind,
    title: `${operation.id} takes the ${location} parameter ${name} ${what}`,
    pointer,
    given: { kind: "call", arguments: given, credentials: context.credentials },
    expect: { kind: "answered" },
  });
  const presence = required
    ? location === "path"
      ? []
      : [refuse(context, parameter, `${place}/missing`, "left out", parameter.pointer, undefined)]
    : [
        accept(
          "present",
          "present",
          "by itself",
          parameter.pointer,
          withParameter(minimal, parameter, value),
        ),
        accept("absent", "absent", "left out", parameter.pointer, withParameter(full, parameter, undefined)),
      ];
  if (schemaPointer === undefined) return { cases: presence, notes: [] };
  const { points, unreached } = listPoints(oracle, schemaPointer, value);
  const cases = points.flatMap((point) => {
    const inner = point.label === "" ? "" : `${point.label}/`;
    return [
      ...listVariants(oracle, schemaPointer, point, undefined)
        .filter((variant) => travels(context.api, oracle, operation, parameter, variant.value))
        .map(({ kind, name: suffix, title, value: varied }) =>
          accept(kind, inner + suffix, `as ${title}`, point.pointer, withParameter(full, parameter, varied)),
        ),
      ...listBreaks(oracle, schemaPointer, point)
        .filter(({ value: broken }) => staysBroken(context, parameter, schemaPointer, broken))
        .map(({ name: suffix, title, pointer, value: broken }) =>
          refuse(context, parameter, `${place}/${inner}broken-${suffix}`, `as ${title}`, pointer, broken),
        ),
    ];
  });
  return { cases: [...presence, ...cases], notes: unreached };
}

function refuse(
  { api, operation, full, credentials }: CaseContext,
  parameter: Parameter,
  id: string,
  what: string,
  pointer: string,
  value: JsonValue | undefined,
): ContractCase {
  return {
    id,
    operation: operation.id,
    kind: "negative",
    title: `${operation.id} refuses the ${parameter.in} parameter ${parameter.name} ${what}`,
    pointer,
    given: {
      kind: "raw",
      request: writeRequest(api, operation, withParameter(full, parameter, value), credentials),
    },
    expect: { kind: "refused", reason: "parameter", pointer },
  };
}

/** Whether a fault is still one on the wire, where every value is text: `null` in a query of texts is not. */
function staysBroken(
  { api, oracle, operation }: CaseContext,
  parameter: Parameter,
  schemaPointer: string,
  value: JsonValue,
): boolean {
  const read = readBack(api, oracle, operation, parameter, value);
  return read !== undefined && read !== "" && !oracle.allows(schemaPointer, "request", read);
}
