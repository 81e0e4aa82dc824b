import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { toFigure } from "../row.js";

/**
 * @import { BuildOptions } from "esbuild"
 * @import { Bench } from "./index.js"
 */

/** @type {Bench} */
export const size = {
  name: "size",
  summary: "a client of one operation with its runtime, bundled, against openapi-fetch alone",
  isUsual: true,
  async measure({ root }) {
    // From the sources, so that no build can be stale; the built package differs by a few bytes.
    const ours = await weigh({
      entryPoints: [join(root, "packages/upsun-profile/src/index.ts")],
      alias: { "@specmill/runtime": join(root, "packages/runtime/src/index.ts") },
    });
    const peer = await weigh({
      stdin: {
        contents: 'export { default } from "openapi-fetch";',
        resolveDir: join(root, "packages/runtime"),
      },
    });
    return [
      {
        what: "client of one operation, gzipped",
        unit: "B",
        ours: toFigure([ours]),
        peer: { name: "openapi-fetch alone", ...toFigure([peer]) },
        bound: { kind: "at-most", value: 4500 },
      },
    ];
  },
};

/**
 * @param {BuildOptions} input
 * @returns {Promise<number>} bytes, bundled, minified and gzipped as small as gzip can
 */
async function weigh(input) {
  const { outputFiles } = await build({
    ...input,
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0);
}
