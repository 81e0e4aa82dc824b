import type { IPrismDiagnostic } from "@stoplight/prism-core";
import { validate as validateHeaders } from "@stoplight/prism-http/dist/validator/validators/headers.js";
import type { ValidationContext } from "@stoplight/prism-http/dist/validator/validators/types.js";
import { DiagnosticSeverity, type IHttpHeaderParam } from "@stoplight/types";
import { writeSimple } from "./write-headers.ts";

/** Whether a header holds a list or an object, which Prism fails over where the header is not sent as text. */
export function isListHeader({ schema }: IHttpHeaderParam): boolean {
  return schema?.type === "array" || schema?.type === "object";
}

/**
 * Validates those headers that hold a list or an object.
 *
 * @param values - what was sent, by name
 * @param specs - what the document says of such headers
 */
export function validateListHeaders(
  values: Readonly<Record<string, unknown>>,
  specs: readonly IHttpHeaderParam[],
  context: ValidationContext,
  bundle: unknown,
): readonly IPrismDiagnostic[] {
  const sent = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  return specs.flatMap((spec) => {
    const value = sent.get(spec.name.toLowerCase()) ?? undefined;
    if (value === undefined) return spec.required === true ? [missing(spec)] : [];
    const result = validateHeaders({ [spec.name]: writeSimple(value) }, listOf(spec), context, bundle);
    return result._tag === "Left" ? result.left : [];
  });
}

function missing({ name }: IHttpHeaderParam): IPrismDiagnostic {
  return {
    path: ["header"],
    code: "required",
    message: `The header ${name} is required.`,
    severity: DiagnosticSeverity.Error,
  };
}

/** One and the same list for one header, since Prism compiles anew for a list that it has not seen. */
const lists = new WeakMap<IHttpHeaderParam, IHttpHeaderParam[]>();

function listOf(spec: IHttpHeaderParam): IHttpHeaderParam[] {
  const known = lists.get(spec) ?? [spec];
  lists.set(spec, known);
  return known;
}
