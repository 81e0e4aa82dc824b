import { decodePercent } from "./decode-text.ts";
import type { Operation } from "./operation.ts";

/**
 * Whether each path parameter of the styles `label` and `matrix` is written so (OpenAPI 3.1, section 4.8.12.3).
 *
 * @param parameters - by name, not decoded
 * @returns what is wrong, or undefined
 */
export function checkPathStyles(
  { pathParameters }: Operation,
  parameters: ReadonlyMap<string, string>,
): string | undefined {
  for (const { name, style, isSpread } of pathParameters) {
    const value = decodePercent(parameters.get(name) ?? "");
    // An exploded object has the names of its members, and none of its own.
    const prefix = prefixOf(style, isSpread ? "" : name);
    if (!value.startsWith(prefix)) {
      return `The path parameter ${name} is written in the style ${style}: it starts with ${prefix}`;
    }
  }
  return undefined;
}

function prefixOf(style: Operation["pathParameters"][number]["style"], name: string): string {
  switch (style) {
    case "simple":
      return "";
    case "label":
      return ".";
    case "matrix":
      return `;${name}`;
  }
}
