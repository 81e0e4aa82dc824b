import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * @import { BuildOptions } from "esbuild"
 *
 * @typedef {object} Bundle
 * @property {number} gzipped - bytes, minified and gzipped as small as gzip can
 * @property {ReadonlyMap<string, number>} files - how many bytes of each source are left in it, before gzip
 *
 * @typedef {object} Entry
 * @property {string} code - what a consumer would write
 * @property {string} folder - where it would stand
 * @property {Record<string, string>} [alias]
 */

/**
 * Bundles and minifies what a consumer would import, and weighs it.
 *
 * @param {Entry} entry
 * @returns {Promise<Bundle>}
 */
export async function bundleModules(entry) {
  const { outputFiles, metafile } = await build({
    ...toOptions(entry),
    minify: true,
    write: false,
    metafile: true,
  });
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    gzipped: outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0),
    files: new Map(outputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput])),
  };
}

/**
 * Bundles the same to a file that Node can load.
 *
 * @param {Entry} entry
 * @param {string} outfile
 * @returns {Promise<void>}
 */
export async function writeBundle(entry, outfile) {
  await build({ ...toOptions(entry), outfile });
}

/**
 * @param {Entry} entry
 * @returns {BuildOptions & { readonly bundle: true }}
 */
function toOptions({ code, folder, alias = {} }) {
  return {
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    alias,
    bundle: true,
    format: "esm",
    logLevel: "silent",
  };
}
