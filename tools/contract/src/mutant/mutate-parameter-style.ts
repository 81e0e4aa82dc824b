import type { JsonObject, Parameter, ParameterStyle } from "@specmill/spec";
import { openTypes, type ValueType } from "../obligation/schema-types.ts";

/** A parameter as it would be written otherwise. */
export interface StyleChange {
  readonly operator: "parameter-explode-flip" | "parameter-style-change";
  readonly change: string;
  readonly members: { readonly style?: ParameterStyle; readonly explode: boolean };
}

/** Other ways to write the values of a parameter, where the document could have told so. */
export function restyle(document: JsonObject, parameter: Parameter): readonly StyleChange[] {
  const { style, explode, mediaType, schema } = parameter;
  if (mediaType !== undefined || style === "deepObject" || schema === undefined) return [];
  const becomes = otherStyle(parameter, openTypes(document, schema));
  return [
    {
      operator: "parameter-explode-flip",
      change: `explode ${explode} → ${!explode}`,
      members: { explode: !explode },
    },
    ...(becomes === undefined
      ? []
      : [
          {
            operator: "parameter-style-change" as const,
            change: `style ${style} → ${becomes}`,
            members: { style: becomes, explode: becomes === "deepObject" },
          },
        ]),
  ];
}

/** A style that OpenAPI has for the place and the type (3.1, section 4.8.12.3). */
function otherStyle(
  { in: location, style }: Parameter,
  types: ReadonlySet<ValueType>,
): ParameterStyle | undefined {
  if (location === "path") return style === "label" ? "matrix" : "label";
  if (location !== "query") return undefined;
  const isOnly = (type: ValueType) =>
    types.has(type) && [...types].every((one) => one === type || one === "null");
  if (isOnly("array")) return style === "form" ? "pipeDelimited" : "form";
  return isOnly("object") && style === "form" ? "deepObject" : undefined;
}
