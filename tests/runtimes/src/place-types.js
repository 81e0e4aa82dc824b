import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const mark = /\/\/ @ts-expect-error (TS\d+(?: or TS\d+)*)/;

/**
 * Copies the type tests into the throwaway project. What stands there as expected becomes an error that the compiler
 * tells of, so that its line and its code are known and not only that there is one.
 *
 * @param {string} from - the folder of the tests
 * @param {string} project
 * @returns {Promise<ReadonlyMap<string, string>>} the codes of the errors that are wanted, such as `TS2345 or TS2741`
 *   (compilers differ), by where they are, such as `types/clients.ts(12`
 */
export async function placeTypes(from, project) {
  const names = (await readdir(from)).sort();
  await mkdir(join(project, "types"));
  const wanted = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(from, name), "utf8");
      await writeFile(join(project, "types", name), text.replaceAll("@ts-expect-error", "wanted:"));
      return text.split("\n").flatMap((line, index) => {
        const code = line.match(mark)?.[1];
        // The mark stands above the line that it is about, and lines are counted from one.
        return code === undefined ? [] : [/** @type {const} */ ([`types/${name}(${index + 2}`, code])];
      });
    }),
  );
  return new Map(wanted.flat());
}
