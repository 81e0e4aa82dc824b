import type { UserContext } from "@redocly/openapi-core";
import { isJsonObject, type JsonObject } from "../../json.ts";

/** An object on the way from a use to its meaning, with the file from which its own `$ref`s count. */
interface Step {
  readonly node: JsonObject;
  readonly source: string;
}

/**
 * The object itself, then every object that its `$ref` leads to, nearest first. What a `$ref` has beside it
 * comes before what it points at, so the first step that says something is the one that counts.
 *
 * @param source - absolute path of the file that holds `value`
 */
export function traceReference(
  value: unknown,
  source: string,
  resolve: UserContext["resolve"],
): readonly Step[] {
  if (!isJsonObject(value)) return [];
  const here = { node: value, source };
  if (typeof value.$ref !== "string") return [here];
  const { node, location, chain = [] } = resolve<object>({ $ref: value.$ref }, source);
  const hops = chain.map((hop) => ({ node: hop.node, source: hop.location.source.absoluteRef }));
  const target = location === undefined ? [] : [{ node, source: location.source.absoluteRef }];
  return [here, ...[...hops, ...target].filter(isStep)];
}

function isStep(step: { readonly node: unknown; readonly source: string }): step is Step {
  return isJsonObject(step.node);
}
