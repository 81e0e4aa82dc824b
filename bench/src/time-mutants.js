import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { listApis } from "./list-apis.js";

/**
 * A program: verifies each API of a house with every mutant, and prints how many milliseconds each mutant took, as JSON.
 *
 * Its argument is the path of the house.
 */
const [house = "."] = process.argv.slice(2);
/** @type {typeof import("@specmill/contract")} */
const { readSubject, verifyApi } = await import(
  pathToFileURL(join(house, "tools/contract/dist/index.js")).href
);

/** @type {number[]} */
const milliseconds = [];
for (const { name, file } of await listApis(house)) {
  const place = { api: name, file, package: join(house, "packages", name) };
  const read = await readSubject(place, new Date().toISOString().slice(0, 10));
  if (read.kind === "failed") throw new Error(`${name} cannot be read: ${JSON.stringify(read.problems)}`);
  /** @type {number | undefined} */
  let before;
  const { report } = await verifyApi(read.subject, {
    mutate: {
      hasTime: () => {
        before = performance.now();
        return true;
      },
    },
    onProgress: (text) => {
      if (text.startsWith("mutant ") && before !== undefined) milliseconds.push(performance.now() - before);
    },
  });
  // A run that fails is over sooner than one that does not.
  if (report.verdict !== "passed") throw new Error(`${name}: ${report.reasons.join(" ")}`);
}
process.stdout.write(JSON.stringify(milliseconds));
