import { basename, dirname, extname, resolve } from "node:path";
import type { ApiSource } from "@specmill/spec";
import { UsageError } from "./command.ts";
import { selectApis } from "./find-house.ts";

/**
 * The documents that a command was asked for: those of the house, or one of any place, named after its folder or itself.
 *
 * @throws UsageError where both are given, and where there is no such API
 */
export async function selectSources(
  names: readonly string[],
  spec: string | undefined,
): Promise<readonly ApiSource[]> {
  if (spec === undefined) return (await selectApis(names)).apis;
  if (names.length > 0) throw new UsageError("name APIs or give --spec, not both");
  const file = resolve(spec);
  const ownName = basename(file, extname(file));
  return [{ name: ownName === "openapi" ? basename(dirname(file)) : ownName, file }];
}
