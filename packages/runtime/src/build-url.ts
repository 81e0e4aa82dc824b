import type { Arguments, Operation } from "./operation.ts";
import { serializeParameter } from "./serialize-parameter.ts";

/**
 * The path of a call, every template variable filled.
 *
 * @throws TypeError when a value is missing or empty, or would lead to another path than the one meant (`.` and `..`)
 */
export function buildPath(operation: Operation, values: Arguments["path"]): string {
  const fill = (name: string) => {
    const parameter = operation.parameters?.find((known) => known.in === "path" && known.name === name);
    const value = pickValue(values, name);
    if (value === undefined || value === null || value === "") {
      throw new TypeError(`path parameter ${name} is ${value === "" ? "empty" : value}`);
    }
    return serializeParameter(parameter ?? { name, in: "path" }, value, encodeURIComponent);
  };
  const fillSegment = (segment: string) => {
    const filled = segment.replace(/\{([^{}]+)\}/g, (_, name: string) => fill(name));
    if (filled !== segment && /^\.{0,2}$/.test(filled)) {
      throw new TypeError(`path segment ${segment} would be "${filled}", which leads to another path`);
    }
    return filled;
  };
  return operation.path.split("/").map(fillSegment).join("/");
}

/**
 * The query of a call without its `?`: the parameters that the caller gave, in the order of the document.
 *
 * @throws TypeError when a value nests deeper than its style can carry
 */
export function buildQuery({ parameters = [] }: Operation, values: Arguments["query"]): string {
  return parameters
    .filter((parameter) => parameter.in === "query" && pickValue(values, parameter.name) !== undefined)
    .map((parameter) =>
      serializeParameter(
        parameter,
        pickValue(values, parameter.name),
        parameter.allowReserved ? encodeAllowingReserved : encodeURIComponent,
      ),
    )
    .filter((text) => text !== "")
    .join("&");
}

/** The caller's own value for a name; never one that every object inherits. */
export function pickValue(values: object | undefined, name: string): unknown {
  return new Map(Object.entries(values ?? {})).get(name);
}

function encodeAllowingReserved(text: string): string {
  // `#`, `&` and `+` stay escaped: they would end the value or change it.
  return encodeURIComponent(text).replace(/%(3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent);
}
