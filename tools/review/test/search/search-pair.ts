import { createOracle, type Direction } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import {
  findCounterexamples,
  type SearchResult,
  type SearchSide,
} from "../../src/search/find-counterexamples.ts";

/** Two schemas, the second of which refuses something that the first allows, or is thought to. */
export interface Pair {
  readonly allowing: JsonValue;
  readonly refusing: JsonValue;
  readonly components?: JsonObject;
  /** Other components of the refusing side. */
  readonly others?: JsonObject;
  readonly versions?: readonly [Version, Version];
}

export type Version = "3.0.4" | "3.1.1";

export const subject = "#/components/schemas/Subject";

export function sideOf(
  schema: JsonValue,
  components: JsonObject = {},
  version: Version = "3.1.1",
): SearchSide {
  const document = { openapi: version, components: { schemas: { ...components, Subject: schema } } };
  return { oracle: createOracle(document), pointer: subject };
}

export function sidesOf({
  allowing,
  refusing,
  components = {},
  others = components,
  versions = ["3.1.1", "3.1.1"],
}: Pair) {
  return [sideOf(allowing, components, versions[0]), sideOf(refusing, others, versions[1])] as const;
}

export function searchPair(pair: Pair, direction: Direction = "request"): SearchResult {
  const [allowing, refusing] = sidesOf(pair);
  return findCounterexamples(allowing, refusing, direction);
}
