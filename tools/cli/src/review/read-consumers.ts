import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { ReviewOptions } from "@specmill/review";
import { displayPath } from "@specmill/spec";
import { glob } from "tinyglobby";
import { UsageError } from "../command.ts";
import { findHouse } from "../find-house.ts";

/**
 * The files that patterns name, which use the packages.
 *
 * @param here - absolute path that patterns are meant from
 * @throws UsageError where a pattern names none: what nobody compiles says nothing
 */
export async function readConsumers(
  patterns: readonly string[],
  here: string,
): Promise<ReviewOptions["consumers"]> {
  const files = new Set<string>();
  for (const pattern of patterns) {
    const found = await glob(pattern, { cwd: here, absolute: true, ignore: ["**/node_modules/**"] });
    if (found.length === 0) throw new UsageError(`--consumers ${pattern} names no file`);
    for (const file of found) files.add(file);
  }
  return Promise.all([...files].sort().map(readConsumer));
}

async function readConsumer(file: string): Promise<ReviewOptions["consumers"][number]> {
  const house = findHouse();
  const path = house === undefined ? "" : relative(house, file).replaceAll("\\", "/");
  const isInHouse = path !== "" && !/^(\.\.|[a-z]:|\/)/i.test(path);
  return {
    name: isInHouse ? path : displayPath(resolve(file)),
    text: await readFile(file, "utf8"),
    language: file.endsWith(".md") ? "md" : "ts",
    ...(isInHouse ? { path } : {}),
  };
}
