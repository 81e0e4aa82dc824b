import type { Arguments, Operation } from "./operation.ts";
import { pickValue } from "./pick-value.ts";
import { serializeParameter } from "./serialize-parameter.ts";
import { serializePlace } from "./serialize-place.ts";

/**
 * The path of a call, every template variable filled.
 *
 * @throws TypeError when a value is missing or empty, or would lead to another path than the one meant (`.` and `..`)
 */
export function buildPath(operation: Operation, values: Arguments["path"]): string {
  const fill = (name: string) => {
    const parameter = operation.parameters?.find((known) => known.in === "path" && known.name === name);
    const value = pickValue(values, name);
    const text = serializeParameter(parameter ?? { name, in: "path" }, value);
    if (!text || value === null || value === "") {
      throw new TypeError(`path parameter ${name} is missing or empty`);
    }
    return text;
  };
  const fillSegment = (segment: string) => {
    const filled = segment.replace(/\{([^{}]+)\}/g, (_, name: string) => fill(name));
    // `%2e` is a dot to whoever resolves the URL; only the template can hold one, values come escaped.
    if (/^(\.|%2e){1,2}$/i.test(filled)) {
      throw new TypeError(`path segment ${segment} would be "${filled}" and lead elsewhere`);
    }
    return filled;
  };
  return operation.path.replace(/[^/]*\{[^/]*/g, fillSegment);
}

/**
 * The query of a call without its `?`: the parameters that the caller gave, in the order of the document.
 *
 * @throws TypeError when a value nests deeper than its style can carry
 */
export function buildQuery(operation: Operation, values: Arguments["query"]): string {
  return serializePlace(operation, "query", values)
    .map(([, text]) => text)
    .join("&");
}
